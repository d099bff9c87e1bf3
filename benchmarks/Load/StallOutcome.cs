namespace Burgernet.Benchmarks.Load;

/// <summary>What became of a <see cref="StallRun"/>.</summary>
/// <param name="Placed">Calls placed.</param>
/// <param name="Ends">How they ended, in words.</param>
/// <param name="Ended">How many owners were told an end.</param>
/// <param name="Good">Answered and ended as they should.</param>
/// <param name="KeptBack">Not admitted, by barrier.</param>
/// <param name="Overloads">How often an overload began.</param>
/// <param name="SentAgain">Requests sent again.</param>
/// <param name="FullAgain">From the end of the stall until the full rate was back; <see cref="TimeSpan.MaxValue"/> where it never was.</param>
/// <param name="Left">What the endpoint still held once everything could have run out.</param>
/// <param name="Descriptors">File descriptors more than before it was started, after it was closed.</param>
/// <param name="Seconds">How it went.</param>
internal sealed record StallOutcome(
    long Placed,
    string Ends,
    long Ended,
    long Good,
    IReadOnlyList<long> KeptBack,
    long Overloads,
    long SentAgain,
    TimeSpan FullAgain,
    Leftovers Left,
    int Descriptors,
    IReadOnlyList<StallSecond> Seconds
);
