namespace Burgernet.Sip.Media;

/// <summary>Counts of one thread that works on legs; plain fields, written by that thread only.</summary>
internal sealed class MediaCounts
{
    public long RtpSent;
    public long RtpReceived;
    public long RtpDropped;
    public long RtpSendErrors;
    public long RtpReceiveErrors;
    public long RtcpSent;
    public long RtcpReceived;
    public long RtcpMalformed;
    public long Stalls;
    public long NewsDropped;
    public long PortsTaken;
    public long DescriptorsLacking;
}
