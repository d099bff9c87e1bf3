namespace Burgernet.Sip;

/// <summary>What happened to a call.</summary>
public enum SipCallNewsKind
{
    /// <summary>The first INVITE was handed to the socket.</summary>
    Sent,

    /// <summary>The far side rings (180 or 183 with media).</summary>
    Ringing,

    /// <summary>The far side answered (2xx to the INVITE); the message starts now.</summary>
    Answered,

    /// <summary>The far side pressed a key (RFC 4733), in <see cref="SipCallNews.Key"/>.</summary>
    Key,

    /// <summary>The last packet of the message was sent; the endpoint hangs up by itself after <see cref="SipCallRequest.LingerAfterMessage"/>.</summary>
    MessagePlayed,

    /// <summary>The call is over and its channel at the carrier is free (final response to the INVITE, or BYE sent or received).</summary>
    Ended,
}
