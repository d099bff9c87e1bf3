namespace Burgernet.Dialing;

/// <summary>A number of calls to numbers that begin alike.</summary>
/// <param name="Prefix">The beginning of the numbers, E.164 with the plus sign.</param>
/// <param name="Calls">How many: that are under way, or that may start now.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.prefix-count")]
public sealed record PrefixCount([property: Id(0)] string Prefix, [property: Id(1)] int Calls);
