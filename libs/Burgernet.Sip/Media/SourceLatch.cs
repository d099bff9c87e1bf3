using System.Runtime.InteropServices;

namespace Burgernet.Sip.Media;

/// <summary>Symmetric RTP, RFC 4961: packets go to where the peer's come from, which behind a NAT is not where its SDP says.</summary>
/// <remarks>The first source is the peer; the address in the SDP outranks any other; a third one is nobody.</remarks>
[StructLayout(LayoutKind.Auto)]
internal struct SourceLatch
{
    /// <summary>How long packets from a source that the peer left may still be under way, in ms.</summary>
    private const long UnderWay = 500;

    private RtpAddress _signalled;
    private RtpAddress _heard;
    private RtpAddress _left;
    private long _leftUntil;

    /// <summary>Where to send.</summary>
    public readonly RtpAddress Target => _heard.IsNone ? _signalled : _heard;

    /// <summary>The peer's SDP names an address. The same as before changes nothing.</summary>
    /// <param name="signalled">From the SDP.</param>
    /// <param name="now">In ms.</param>
    public void Aim(RtpAddress signalled, long now)
    {
        if (signalled == _signalled)
        {
            return;
        }

        _left = Target;
        _leftUntil = now + UnderWay;
        _signalled = signalled;
        _heard = default;
    }

    /// <summary>Whether a packet comes from the peer; the first one decides where it is.</summary>
    /// <param name="source">Where it came from.</param>
    /// <param name="now">In ms.</param>
    public bool Accept(RtpAddress source, long now)
    {
        if (source == _heard)
        {
            return true;
        }

        if (source != _signalled && (!_heard.IsNone || (source == _left && now < _leftUntil)))
        {
            return false;
        }

        _heard = source;
        return true;
    }

    /// <summary>Whether control packets from there are the peer's; they decide nothing.</summary>
    public readonly bool Knows(RtpAddress source) => source == _heard || source == _signalled;
}
