namespace Burgernet.Benchmarks.Load;

/// <summary>What became of a <see cref="SoakRun"/>.</summary>
/// <param name="Kinds">The calls by kind.</param>
/// <param name="SentAgain">Requests sent again.</param>
/// <param name="Carried">Datagrams that reached the lines, both ways.</param>
/// <param name="Lost">Of these, lost.</param>
/// <param name="RtpSent">RTP packets sent.</param>
/// <param name="RtpReceived">RTP packets that came back.</param>
/// <param name="Samples">What was held meanwhile.</param>
/// <param name="Warm">After the warm-up, all garbage collected.</param>
/// <param name="Last">At the last call, all garbage collected.</param>
/// <param name="Left">What the endpoints held once everything could have run out.</param>
/// <param name="Descriptors">File descriptors more than before, asked after the endpoints were closed.</param>
internal sealed record SoakOutcome(
    IReadOnlyList<SoakKind> Kinds,
    long SentAgain,
    long Carried,
    long Lost,
    long RtpSent,
    long RtpReceived,
    IReadOnlyList<SoakSample> Samples,
    SoakSample Warm,
    SoakSample Last,
    Leftovers Left,
    Func<int> Descriptors
)
{
    /// <summary>The mean of a figure over the samples of a part of the time after the warm-up.</summary>
    /// <param name="figure">Which.</param>
    /// <param name="from">0 is the end of the warm-up, 1 the last call.</param>
    /// <param name="until">As <paramref name="from"/>.</param>
    public double Mean(Func<SoakSample, double> figure, double from, double until)
    {
        var time = Last.At - Warm.At;
        return Samples.Where(sample => sample.At >= Warm.At + (time * from) && sample.At <= Warm.At + (time * until)).Average(figure);
    }
}
