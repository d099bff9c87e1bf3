namespace Burgernet.Dialing;

/// <summary>A dialer's share of a carrier's lines, for a short time.</summary>
/// <param name="Channels">Concurrent calls it may hold.</param>
/// <param name="CallsPerSecond">New calls a second it may place.</param>
/// <param name="ValidFor">How long, counted from when the dialer asked.</param>
/// <param name="Work">The actions that want lines.</param>
/// <param name="Prefixes">Its share of the limits on numbers that begin alike.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.carrier-lease")]
public sealed record CarrierLease(
    [property: Id(0)] int Channels,
    [property: Id(1)] int CallsPerSecond,
    [property: Id(2)] TimeSpan ValidFor,
    [property: Id(3)] CarrierWork[] Work,
    [property: Id(4)] PrefixShare[] Prefixes
);
