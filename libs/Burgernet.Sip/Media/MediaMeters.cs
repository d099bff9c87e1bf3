namespace Burgernet.Sip.Media;

/// <summary>The counts of all threads that work on legs, added up when read.</summary>
internal sealed class MediaMeters(MediaCounts[] threads, Func<MediaPriority> priority, Func<int> openPorts)
{
    public long RtpSent => Sum(static counts => ref counts.RtpSent);

    public long RtpReceived => Sum(static counts => ref counts.RtpReceived);

    /// <summary>Neither RTP nor RTCP, or not from the peer.</summary>
    public long RtpDropped => Sum(static counts => ref counts.RtpDropped);

    public long RtpSendErrors => Sum(static counts => ref counts.RtpSendErrors);

    public long RtpReceiveErrors => Sum(static counts => ref counts.RtpReceiveErrors);

    public long RtcpSent => Sum(static counts => ref counts.RtcpSent);

    public long RtcpReceived => Sum(static counts => ref counts.RtcpReceived);

    public long RtcpMalformed => Sum(static counts => ref counts.RtcpMalformed);

    /// <summary>Times that a pacing thread was so late that audio was put off.</summary>
    public long Stalls => Sum(static counts => ref counts.Stalls);

    public long NewsDropped => Sum(static counts => ref counts.NewsDropped);

    /// <summary>Ports that another process had.</summary>
    public long PortsTaken => Sum(static counts => ref counts.PortsTaken);

    /// <summary>Calls that found no descriptor for a port.</summary>
    public long DescriptorsLacking => Sum(static counts => ref counts.DescriptorsLacking);

    /// <summary>Ports that are bound, each with a descriptor: those of calls, those that rest after one, and those that wait for the next.</summary>
    public int OpenPorts => openPorts();

    /// <summary>The lowest priority that the system gave a pacing thread.</summary>
    public MediaPriority Priority => priority();

    private long Sum(Field field)
    {
        var sum = 0L;
        foreach (var counts in threads)
        {
            sum += Volatile.Read(ref field(counts));
        }

        return sum;
    }

    private delegate ref long Field(MediaCounts counts);
}
