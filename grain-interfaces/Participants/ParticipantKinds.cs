namespace Burgernet.Participants;

/// <summary>Which kinds of participants a selection takes: a bit for each <see cref="ParticipantKind"/>.</summary>
[Flags]
[GenerateSerializer]
[Alias("burgernet.participant-kinds")]
public enum ParticipantKinds
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>Who lives or works here.</summary>
    Citizens = 1 << ParticipantKind.Citizen,

    /// <summary>Police, safety officials, own staff and partners.</summary>
    Professionals = 1 << ParticipantKind.Professional,

    /// <summary>Everyone.</summary>
    All = Citizens | Professionals,
}
