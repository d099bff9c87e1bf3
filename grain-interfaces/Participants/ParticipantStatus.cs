namespace Burgernet.Participants;

/// <summary>Where a participant stands.</summary>
[GenerateSerializer]
[Alias("burgernet.participant-status")]
public enum ParticipantStatus
{
    /// <summary>Signed up, not confirmed yet: not called.</summary>
    Pending = 0,

    /// <summary>Takes part.</summary>
    Active = 1,

    /// <summary>Takes part again when resumed: not called.</summary>
    Suspended = 2,

    /// <summary>Left for good. Who comes back registers anew.</summary>
    Left = 3,
}
