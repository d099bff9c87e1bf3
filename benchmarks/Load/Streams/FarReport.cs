namespace Burgernet.Benchmarks.Load.Streams;

/// <summary>What the far side of a run counted, as it says it to the process that started it.</summary>
internal sealed record FarReport
{
    public required int Calls { get; init; }

    /// <summary>Calls with ACK and BYE.</summary>
    public required int Whole { get; init; }

    /// <summary>Packets of each whole call, and how many calls had so many.</summary>
    public required IReadOnlyDictionary<long, int> PacketsOfCalls { get; init; }

    public required int Streams { get; init; }

    public required long Packets { get; init; }

    /// <summary>By the sequence numbers.</summary>
    public required long Lost { get; init; }

    public required long Disordered { get; init; }

    /// <summary>RTCP packets.</summary>
    public required long Control { get; init; }

    public required long Strange { get; init; }

    /// <summary>In ms: half of all packets were this late at most.</summary>
    public required double LatenessHalf { get; init; }

    public required double Lateness99 { get; init; }

    public required double Lateness999 { get; init; }

    public required double LatenessMost { get; init; }

    /// <summary>Packets more than 40 ms late.</summary>
    public required long Late { get; init; }

    /// <summary>RTP time that the sender left out, in ms, over all streams.</summary>
    public required long SkippedMilliseconds { get; init; }

    /// <summary>In ms, over streams: the mean of their mean jitters.</summary>
    public required double JitterMean { get; init; }

    /// <summary>In ms: the mean jitter of the worst stream.</summary>
    public required double JitterWorstStream { get; init; }

    /// <summary>In ms: the highest value that the jitter of any stream took.</summary>
    public required double JitterMost { get; init; }

    /// <summary>In ms: half of the streams had no longer gap between two packets.</summary>
    public required double GapHalf { get; init; }

    public required double GapMost { get; init; }

    /// <summary>CPU of the far side's process, in s.</summary>
    public required double Cpu { get; init; }
}
