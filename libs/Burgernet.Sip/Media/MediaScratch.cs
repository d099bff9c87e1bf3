namespace Burgernet.Sip.Media;

/// <summary>What a thread needs to work on legs: its buffers and its counts. Each thread has one of its own.</summary>
internal sealed class MediaScratch
{
    public MediaCounts Counts { get; } = new();

    public ReceivedBatch Batch { get; } = new();

    /// <summary>The packet that is being made.</summary>
    public byte[] Packet { get; } = new byte[RtpPacket.HeaderLength + PacketTime.MostSamples];
}
