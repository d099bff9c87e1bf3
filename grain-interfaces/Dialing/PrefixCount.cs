namespace Burgernet.Dialing;

/// <summary>A number of calls to numbers that begin alike.</summary>
/// <param name="Prefix">The beginning of the numbers, E.164 with the plus sign; empty for all.</param>
/// <param name="Calls">How many: that are under way, or that may start now.</param>
/// <param name="Starts">How many began in the last second, or are about to; 0 where it was not asked.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.prefix-count")]
public sealed record PrefixCount([property: Id(0)] string Prefix, [property: Id(1)] int Calls, [property: Id(2)] int Starts = 0);
