namespace Burgernet.Sip.Media;

/// <summary>How much audio a packet holds, by what the peer's SDP asks for (RFC 8866 §6.4): whole tens of ms, at 8 kHz.</summary>
internal static class PacketTime
{
    public const int SamplesPerMillisecond = 8;

    /// <summary>RFC 3551 §4.2: the packet time of G.711 where nothing is said.</summary>
    public const int Usual = 20;

    /// <summary>More is put into no packet, in ms: a lost one would be heard.</summary>
    public const int Most = 60;

    public const int MostSamples = Most * SamplesPerMillisecond;

    private const int Least = 10;

    /// <summary>The time of our packets to a peer, in ms.</summary>
    /// <param name="wish">a=ptime, what it would like; 0 where it does not say.</param>
    /// <param name="most">a=maxptime, what it can take; 0 where it does not say.</param>
    public static int For(int wish, int most)
    {
        var time = wish == 0 ? Usual : Math.Min(wish, Most);
        time = most == 0 ? time : Math.Min(time, most);
        return Math.Max(Least, time / Least * Least);
    }
}
