namespace Burgernet.Sip.Media;

/// <summary>Counts of the media threads; plain fields, read by the meter now and then.</summary>
internal sealed class MediaMeters
{
    public long RtpSent;
    public long RtpReceived;
    public long RtpDropped;
    public long RtpSendErrors;
    public long RtpReceiveErrors;
    public long Stalls;
    public long NewsDropped;
    public long PortsTaken;
}
