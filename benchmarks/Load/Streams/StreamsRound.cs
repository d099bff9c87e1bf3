namespace Burgernet.Benchmarks.Load.Streams;

/// <summary>One sender of streams, what the far side saw of it, and what it cost.</summary>
/// <param name="Sender">Who sent.</param>
/// <param name="Streams">Streams at once.</param>
/// <param name="PacketsAStream">Packets that each call should have heard.</param>
/// <param name="Far">What arrived.</param>
/// <param name="Core">CPU of the sender's process while all streams ran, as a share of one core.</param>
/// <param name="MicrosecondsAPacket">The same per packet.</param>
/// <param name="Bytes">Allocated per packet; null where that is not known.</param>
internal sealed record StreamsRound(
    string Sender,
    int Streams,
    int PacketsAStream,
    FarReport Far,
    double Core,
    double MicrosecondsAPacket,
    double? Bytes
)
{
    /// <summary>Times that a pacing thread was so late that audio was put off.</summary>
    public long Stalls { get; init; }

    /// <summary>Garbage collections of the sender, from its start on.</summary>
    public int Collections { get; init; }

    /// <summary>For how long they stopped it, together.</summary>
    public TimeSpan CollectionPause { get; init; }

    /// <summary>CPU by thread while all streams ran, as shares of one core.</summary>
    public IReadOnlyDictionary<string, double> Threads { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>What tshark says, where it watched.</summary>
    public CaptureReport? Capture { get; init; }

    /// <summary>Calls that heard every packet, with ACK and BYE.</summary>
    public int Complete => Far.PacketsOfCalls.GetValueOrDefault(PacketsAStream);
}
