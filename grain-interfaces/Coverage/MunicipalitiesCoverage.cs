namespace Burgernet.Coverage;

/// <summary>Participation by municipality.</summary>
/// <param name="AsOf">When it was counted.</param>
/// <param name="Municipalities">By code; every one that is known, and those where somebody is.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.municipalities-coverage")]
public sealed record MunicipalitiesCoverage(
    [property: Id(0)] DateTimeOffset AsOf,
    [property: Id(1)] IReadOnlyList<MunicipalityCoverage> Municipalities
);
