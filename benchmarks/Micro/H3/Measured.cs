namespace Burgernet.Benchmarks.Micro.H3;

/// <summary>One line of the report.</summary>
/// <param name="Goal">What was asked.</param>
/// <param name="Times">This library's times.</param>
/// <param name="AllocatedBytes">Bytes allocated an operation.</param>
/// <param name="H3Js">h3-js's times for the same operation on the same input.</param>
internal sealed record Measured(Goal Goal, Times Times, long AllocatedBytes, Times H3Js)
{
    public double Ratio => H3Js.Fastest / Times.Fastest;

    public bool MeetsGoal => Times.Fastest <= Goal.Nanoseconds;

    public bool PassesGate => Goal.Gate is not { } gate || Ratio >= gate;
}
