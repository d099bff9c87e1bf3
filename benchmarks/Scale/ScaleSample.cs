namespace Burgernet.Benchmarks.Scale;

/// <summary>What so many nodes did in a while with all lines full.</summary>
/// <param name="Nodes">How many.</param>
/// <param name="Lines">Their lines together.</param>
/// <param name="Calls">INVITEs in the carrier's record.</param>
/// <param name="Span">In this time.</param>
/// <param name="LinesBusy">Lines that were busy, on the average, as the carrier saw it.</param>
/// <param name="NodesTime">Processor time of all nodes.</param>
/// <param name="CarrierTime">Processor time of the carrier.</param>
/// <param name="MachineTime">Processor time of the whole machine.</param>
internal sealed record ScaleSample(
    int Nodes,
    int Lines,
    int Calls,
    TimeSpan Span,
    double LinesBusy,
    TimeSpan NodesTime,
    TimeSpan CarrierTime,
    TimeSpan MachineTime
)
{
    public double CallsAMinute => Calls / Span.TotalMinutes;

    /// <summary>Milliseconds of a processor that the nodes took to a call.</summary>
    public double NodesMilliseconds => NodesTime.TotalMilliseconds / Calls;

    /// <summary>The same of the carrier.</summary>
    public double CarrierMilliseconds => CarrierTime.TotalMilliseconds / Calls;

    /// <summary>The same of all else that ran: PostgreSQL, the system, and whoever measures.</summary>
    public double OtherMilliseconds => (MachineTime - NodesTime - CarrierTime).TotalMilliseconds / Calls;

    /// <summary>Cores that were busy.</summary>
    public double Cores => MachineTime / Span;
}
