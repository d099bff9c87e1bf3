namespace Burgernet.Grains.Participants;

/// <summary>What became of a write.</summary>
public enum ParticipantWriteOutcome
{
    /// <summary>Stored.</summary>
    Stored,

    /// <summary>Nothing was stored: another version stands there than the one before it.</summary>
    VersionMoved,

    /// <summary>Nothing was stored: another participant holds one of the phones.</summary>
    PhoneTaken,
}
