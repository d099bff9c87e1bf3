namespace Burgernet.Dialing;

/// <summary>Lines that nobody may use because calls of a dialer that went without a word may hold them.</summary>
/// <param name="Dialer">The dialer's key.</param>
/// <param name="Lines">How many.</param>
/// <param name="Until">When the last of them is free at the latest.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.dialer-charge")]
public sealed record DialerCharge([property: Id(0)] string Dialer, [property: Id(1)] int Lines, [property: Id(2)] DateTimeOffset Until);
