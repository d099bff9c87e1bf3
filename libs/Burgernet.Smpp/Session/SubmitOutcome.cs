namespace Burgernet.Smpp.Session;

/// <summary>What is known of a request that was to be sent.</summary>
public enum SubmitOutcome
{
    /// <summary>It never reached the socket: it may be sent again, here or elsewhere.</summary>
    NotSent,

    /// <summary>The peer took it.</summary>
    Accepted,

    /// <summary>The peer answered with an error: it does not have it. See <see cref="Pdus.CommandStatuses.IsTemporary"/>.</summary>
    Refused,

    /// <summary>It reached the socket and was not answered: the peer may have it or not. Sending it again may send it twice.</summary>
    Unknown,
}
