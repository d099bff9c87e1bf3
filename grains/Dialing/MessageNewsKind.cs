namespace Burgernet.Grains.Dialing;

/// <summary>What became of a submitted text.</summary>
public enum MessageNewsKind
{
    /// <summary>The carrier has it, and said so.</summary>
    Accepted,

    /// <summary>The carrier answered that it does not take it, now or for good. It does not have it.</summary>
    Refused,

    /// <summary>It reached the socket and no answer came: the carrier may have it. It is never submitted again; a receipt may still tell.</summary>
    Unknown,

    /// <summary>It did not reach the socket, because <see cref="ClaimedAttempt.MayStart"/> said no or it may not go by this carrier.</summary>
    Withheld,

    /// <summary>It did not reach the socket, because the carrier cannot be reached or takes nothing now.</summary>
    NotSent,
}
