using Orleans.Concurrency;

namespace Burgernet.Coverage;

/// <summary>Counts participation, now and then, and answers from that. Key: 0; there is one.</summary>
[Alias("burgernet.ICoverage")]
public interface ICoverageGrain : IGrainWithIntegerKey
{
    /// <summary>By municipality, against the goal, with who joined and left.</summary>
    [ReadOnly]
    [Alias("Municipalities")]
    Task<MunicipalitiesCoverage> Municipalities();

    /// <summary>The borders of municipalities, for a map; none where none are configured.</summary>
    [ReadOnly]
    [Alias("Shapes")]
    Task<IReadOnlyList<MunicipalityShape>> Shapes();

    /// <summary>By cell.</summary>
    [ReadOnly]
    [Alias("Cells")]
    Task<CellsCoverage> Cells();
}
