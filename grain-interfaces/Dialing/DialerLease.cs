namespace Burgernet.Dialing;

/// <summary>A dialer's lease.</summary>
/// <param name="Dialer">The dialer's key.</param>
/// <param name="Channels">Concurrent calls it may hold.</param>
/// <param name="CallsPerSecond">New calls a second it may place.</param>
/// <param name="Calls">Calls that it held when it last asked.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.dialer-lease")]
public sealed record DialerLease(
    [property: Id(0)] string Dialer,
    [property: Id(1)] int Channels,
    [property: Id(2)] int CallsPerSecond,
    [property: Id(3)] int Calls
);
