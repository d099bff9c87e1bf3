namespace Burgernet.Sip;

/// <summary>Which limit of a trunk kept a call back; no INVITE was sent.</summary>
public enum SipBarrier
{
    /// <summary>None: the call was admitted, or failed for another reason.</summary>
    None,

    /// <summary>As many calls as <see cref="SipTrunkOptions.Channels"/> are up.</summary>
    Channels,

    /// <summary>Calls come faster than <see cref="SipTrunkOptions.CallsPerSecond"/>, and as many as may wait for their turn do.</summary>
    Rate,

    /// <summary>As many INVITEs as <see cref="SipTrunkOptions.MaxUnanswered"/> have had no response at all: the peer does not keep up.</summary>
    Unanswered,

    /// <summary>More than <see cref="SipTrunkOptions.RetransmissionLimit"/> of what is sent is sent again: more calls would finish the peer off.</summary>
    Overload,

    /// <summary>The peer answered 503 with Retry-After (RFC 3261 §21.5.4); the time left is in <see cref="SipCallNews.RetryAfterSeconds"/>.</summary>
    Rest,
}
