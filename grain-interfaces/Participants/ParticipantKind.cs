namespace Burgernet.Participants;

/// <summary>What somebody takes part as.</summary>
[GenerateSerializer]
[Alias("burgernet.participant-kind")]
public enum ParticipantKind
{
    /// <summary>Somebody who lives or works here.</summary>
    Citizen = 0,

    /// <summary>Police, safety officials, own staff and partners.</summary>
    Professional = 1,
}
