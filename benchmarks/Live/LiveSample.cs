namespace Burgernet.Benchmarks.Live;

/// <summary>What one run saw.</summary>
/// <param name="Name">What was different in it.</param>
/// <param name="Milliseconds">From sending the request of an act until a view showed it, over all acts and views, in order of length.</param>
/// <param name="Missing">Entries that a view did not show, over all views.</param>
/// <param name="ProgressPerSecond">Events <c>progress</c> a second that one view had on average.</param>
/// <param name="Processor">Processor time of the node in each second of the run.</param>
internal sealed record LiveSample(string Name, double[] Milliseconds, int Missing, double ProgressPerSecond, double Processor)
{
    /// <summary>The time that a share of them was within.</summary>
    public double Within(double share) => Milliseconds[Math.Min(Milliseconds.Length - 1, (int)(Milliseconds.Length * share))];
}
