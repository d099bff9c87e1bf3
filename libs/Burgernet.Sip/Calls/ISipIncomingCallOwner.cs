namespace Burgernet.Sip;

/// <summary>Hears what becomes of one incoming call. Runs on the signalling thread: must not block.</summary>
public interface ISipIncomingCallOwner
{
    /// <summary>Something happened.</summary>
    /// <param name="call">The call.</param>
    /// <param name="news">What happened.</param>
    void OnNews(SipIncomingCall call, SipIncomingCallNews news);

    /// <summary>The caller pressed a key (RFC 4733).</summary>
    /// <param name="call">The call.</param>
    /// <param name="key">One of 0–9, *, #, A–D.</param>
    void OnKey(SipIncomingCall call, char key) { }
}
