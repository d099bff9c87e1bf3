namespace Burgernet.Sip;

/// <summary>One piece of news about a call; a value without allocations.</summary>
public readonly struct SipCallNews
{
    /// <summary>The tag that the owner gave the call.</summary>
    public required long Tag { get; init; }

    /// <summary>The call.</summary>
    public required SipCallId Call { get; init; }

    /// <summary>What happened.</summary>
    public required SipCallNewsKind Kind { get; init; }

    /// <summary>How it ended; <see cref="SipCallEnd.None"/> unless <see cref="Kind"/> is <see cref="SipCallNewsKind.Ended"/>.</summary>
    public SipCallEnd End { get; init; }

    /// <summary>The SIP status code behind the news (180, 200, 486 …), or 0 where there is none.</summary>
    public int StatusCode { get; init; }

    /// <summary>What became of the connection, for <see cref="SipCallEnd.ConnectionFailed"/>.</summary>
    public SipConnectionFailure Connection { get; init; }

    /// <summary>For <see cref="SipCallNewsKind.Key"/>: one of 0–9, *, #, A–D.</summary>
    public char Key { get; init; }

    /// <summary>How much of the message was sent so far.</summary>
    public TimeSpan Played { get; init; }

    /// <summary>Seconds that a 503 (or other) response asked to wait (Retry-After, RFC 3261 §20.33), or that the rest of <see cref="SipBarrier.Rest"/> still lasts; else 0.</summary>
    public int RetryAfterSeconds { get; init; }

    /// <summary>Which limit kept the call back; <see cref="SipBarrier.None"/> unless <see cref="End"/> is <see cref="SipCallEnd.NotAdmitted"/>.</summary>
    public SipBarrier Barrier { get; init; }
}
