namespace Burgernet.Sip;

/// <summary>Takes calls that come in (the call-back line, and the phones of the practice carrier).</summary>
public interface ISipIncomingCallHandler
{
    /// <summary>A new INVITE outside a dialog; 100 is already sent. Runs on the signalling thread: must not block. Answer through <paramref name="call"/>, now or later, from any thread.</summary>
    /// <param name="call">The call.</param>
    void OnInvite(SipIncomingCall call);
}
