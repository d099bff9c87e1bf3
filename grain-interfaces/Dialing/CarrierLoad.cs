namespace Burgernet.Dialing;

/// <summary>What a carrier has, and who wants it.</summary>
/// <param name="Channels">Concurrent calls.</param>
/// <param name="CallsPerSecond">New calls a second.</param>
/// <param name="Work">The actions that want lines.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.carrier-load")]
public sealed record CarrierLoad(
    [property: Id(0)] int Channels,
    [property: Id(1)] int CallsPerSecond,
    [property: Id(2)] CarrierWork[] Work
);
