namespace Burgernet.Benchmarks.Scale;

/// <summary>What so many nodes did in a while with all lines full.</summary>
/// <param name="Nodes">How many.</param>
/// <param name="Apart">Whether they were no cluster, but each by itself.</param>
/// <param name="Lines">Their lines together.</param>
/// <param name="Calls">INVITEs in the carrier's record.</param>
/// <param name="Span">In this time.</param>
/// <param name="LinesBusy">Lines that were busy, on the average, as the carrier saw it.</param>
/// <param name="NodesTime">Processor time of all nodes.</param>
/// <param name="CarrierTime">Processor time of the carrier.</param>
/// <param name="MachineTime">Processor time of the whole machine.</param>
internal sealed record ScaleSample(
    int Nodes,
    bool Apart,
    int Lines,
    int Calls,
    TimeSpan Span,
    double LinesBusy,
    TimeSpan NodesTime,
    TimeSpan CarrierTime,
    TimeSpan MachineTime
)
{
    /// <summary>Several of the same size as one.</summary>
    public static ScaleSample Together(IReadOnlyList<ScaleSample> samples) =>
        samples[0] with
        {
            Calls = samples.Sum(sample => sample.Calls),
            Span = Sum(samples, sample => sample.Span),
            LinesBusy = samples.Average(sample => sample.LinesBusy),
            NodesTime = Sum(samples, sample => sample.NodesTime),
            CarrierTime = Sum(samples, sample => sample.CarrierTime),
            MachineTime = Sum(samples, sample => sample.MachineTime),
        };

    public double CallsAMinute => Calls / Span.TotalMinutes;

    /// <summary>Milliseconds of a processor that the nodes took to a call.</summary>
    public double NodesMilliseconds => NodesTime.TotalMilliseconds / Calls;

    /// <summary>The same of the carrier.</summary>
    public double CarrierMilliseconds => CarrierTime.TotalMilliseconds / Calls;

    /// <summary>The same of all else that ran: PostgreSQL, the system, and whoever measures.</summary>
    public double OtherMilliseconds => (MachineTime - NodesTime - CarrierTime).TotalMilliseconds / Calls;

    /// <summary>Cores that were busy.</summary>
    public double Cores => MachineTime / Span;

    private static TimeSpan Sum(IReadOnlyList<ScaleSample> samples, Func<ScaleSample, TimeSpan> time) =>
        samples.Aggregate(TimeSpan.Zero, (sum, sample) => sum + time(sample));
}
