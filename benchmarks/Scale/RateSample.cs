namespace Burgernet.Benchmarks.Scale;

/// <summary>What so many nodes made of a limit of calls a second, by the carrier's record.</summary>
/// <param name="Nodes">How many.</param>
/// <param name="Limit">Calls a second that they may start together.</param>
/// <param name="CallsASecond">That they did start, on the average.</param>
/// <param name="Most">Most in any second of the whole action.</param>
/// <param name="MostCounted">The same of the time that counts.</param>
/// <param name="MostLines">Most lines busy at once.</param>
/// <param name="Lines">Lines that there are.</param>
/// <param name="Cores">Cores of the machine that were busy.</param>
internal sealed record RateSample(
    int Nodes,
    int Limit,
    double CallsASecond,
    int Most,
    int MostCounted,
    int MostLines,
    int Lines,
    double Cores
)
{
    /// <summary>Share of the limit.</summary>
    public double Used => CallsASecond / Limit;
}
