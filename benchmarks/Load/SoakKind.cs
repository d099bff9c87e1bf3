namespace Burgernet.Benchmarks.Load;

/// <summary>What became of one kind of calls of the soak.</summary>
/// <param name="Name">Which kind.</param>
/// <param name="Placed">Calls placed.</param>
/// <param name="Ended">How many owners were told an end.</param>
/// <param name="AsExpected">How many ended as this kind should.</param>
/// <param name="Ends">How they ended, in words.</param>
internal sealed record SoakKind(string Name, long Placed, long Ended, long AsExpected, string Ends);
