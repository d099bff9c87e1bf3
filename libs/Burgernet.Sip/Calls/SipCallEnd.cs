namespace Burgernet.Sip;

/// <summary>How a call ended.</summary>
public enum SipCallEnd
{
    /// <summary>Not ended yet.</summary>
    None,

    /// <summary>The owner's <see cref="ISipCallOwner.MayStart"/> said no: no INVITE was sent.</summary>
    Withheld,

    /// <summary>The endpoint has no free slot or port: no INVITE was sent.</summary>
    NoCapacity,

    /// <summary>The trunk takes no call now, for the reason in <see cref="SipCallNews.Barrier"/>: no INVITE was sent, another trunk or a later moment may do.</summary>
    NotAdmitted,

    /// <summary>A final response of 3xx to 6xx; its code is in <see cref="SipCallNews.StatusCode"/>.</summary>
    Rejected,

    /// <summary>No final response within the ring limit; the call was cancelled.</summary>
    RingLimit,

    /// <summary>Cancelled by the owner before it was answered.</summary>
    Cancelled,

    /// <summary>No response at all (Timer B, RFC 3261 §17.1.1.2).</summary>
    NoResponse,

    /// <summary>Answered with an offer or answer that cannot be used (no common codec); ended with ACK and BYE.</summary>
    NoMedia,

    /// <summary>Answered; we hung up after the message.</summary>
    HungUpByUs,

    /// <summary>Answered; the far side hung up.</summary>
    HungUpByPeer,

    /// <summary>The connection to the carrier could not be had, or was lost before any answer; why is in <see cref="SipCallNews.Connection"/>. Placing it again is worth while.</summary>
    ConnectionFailed,
}
