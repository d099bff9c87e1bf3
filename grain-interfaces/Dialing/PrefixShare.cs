namespace Burgernet.Dialing;

/// <summary>A dialer's share of a limit on numbers that begin alike, or what is left of it.</summary>
/// <param name="Prefix">The beginning of the numbers, E.164 with the plus sign.</param>
/// <param name="Channels">Concurrent calls to them.</param>
/// <param name="CallsPerSecond">New calls a second to them.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.prefix-share")]
public sealed record PrefixShare([property: Id(0)] string Prefix, [property: Id(1)] int Channels, [property: Id(2)] int CallsPerSecond);
