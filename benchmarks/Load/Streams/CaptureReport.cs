namespace Burgernet.Benchmarks.Load.Streams;

/// <summary>What tshark computes from the streams that it watched.</summary>
/// <param name="Streams">How many.</param>
/// <param name="Packets">Of all of them.</param>
/// <param name="Lost">By their sequence numbers.</param>
/// <param name="JitterMean">In ms, over streams: the mean of their mean jitters.</param>
/// <param name="JitterWorstStream">In ms: the mean jitter of the worst stream.</param>
/// <param name="JitterMost">In ms: the highest jitter of any stream.</param>
/// <param name="GapMost">In ms: the longest time between two packets of a stream.</param>
internal sealed record CaptureReport(
    int Streams,
    long Packets,
    long Lost,
    double JitterMean,
    double JitterWorstStream,
    double JitterMost,
    double GapMost
);
