namespace Burgernet.Sip;

/// <summary>What happened to an incoming call.</summary>
public enum SipIncomingCallNews
{
    /// <summary>Our 200 was acknowledged: the call is up.</summary>
    Acknowledged,

    /// <summary>The caller cancelled before we answered (487 is sent).</summary>
    Cancelled,

    /// <summary>The caller hung up (BYE, answered 200).</summary>
    HungUpByPeer,

    /// <summary>We hung up and our BYE was answered or timed out; or it could not be answered as was wished, and was turned down.</summary>
    HungUpByUs,

    /// <summary>Our final response was never acknowledged (64·T1).</summary>
    NotAcknowledged,

    /// <summary>The last packet of what was played was sent.</summary>
    MessagePlayed,
}
