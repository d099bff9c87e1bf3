using System.Net;
using Burgernet.Sip.Media;

namespace Burgernet.Sip;

/// <summary>A call that came in. Members may be called from any thread; they queue work for the signalling thread and never block.</summary>
public abstract class SipIncomingCall
{
    /// <summary>The call's Call-ID header field.</summary>
    public abstract string CallId { get; }

    /// <summary>User part of the Request-URI: the number that was called.</summary>
    public abstract string CalledNumber { get; }

    /// <summary>User part of From: the number that is shown.</summary>
    public abstract string CallingNumber { get; }

    /// <summary>What the network vouches for as the caller's number (P-Asserted-Identity, RFC 3325), or null. Of any meaning only where <see cref="Peer"/> is trusted.</summary>
    public abstract string? AssertedNumber { get; }

    /// <summary>Whether the caller wants to be known to nobody (Privacy, RFC 3323).</summary>
    public abstract bool AsksPrivacy { get; }

    /// <summary>Where the INVITE came from.</summary>
    public abstract IPEndPoint Peer { get; }

    /// <summary>RTP packets received from the caller so far.</summary>
    public abstract long RtpPacketsReceived { get; }

    /// <summary>RTP payload bytes received from the caller so far (8,000 a second for G.711).</summary>
    public abstract long RtpBytesReceived { get; }

    /// <summary>How much was sent of what is played, or was played last.</summary>
    public abstract TimeSpan Played { get; }

    /// <summary>Who hears the news; set in <see cref="ISipIncomingCallHandler.OnInvite"/> before it returns.</summary>
    public ISipIncomingCallOwner? Owner { get; set; }

    /// <summary>Sends 180 Ringing.</summary>
    public abstract void Ring();

    /// <summary>Sends 200 with our SDP answer.</summary>
    /// <param name="play">Audio to play to the caller from the ACK on; null sends none.</param>
    public abstract void Answer(AudioMessage? play = null);

    /// <summary>Sends a final response of 3xx to 6xx.</summary>
    /// <param name="statusCode">300 to 699.</param>
    /// <param name="retryAfterSeconds">Retry-After, or 0 for none.</param>
    public abstract void Reject(int statusCode, int retryAfterSeconds = 0);

    /// <summary>Plays something else from now on; before the call is answered it does nothing.</summary>
    /// <param name="message">What.</param>
    /// <param name="again">Again and again, until something else is played or the call is bridged; its end is then not told.</param>
    public abstract void Play(AudioMessage message, bool again = false);

    /// <summary>Presses a key towards the caller by RFC 4733 events in the RTP stream, 100 ms long.</summary>
    /// <param name="key">0–9, *, #, A–D.</param>
    public abstract void SendKey(char key);

    /// <summary>Sends BYE.</summary>
    public abstract void HangUp();
}
