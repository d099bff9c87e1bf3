using Burgernet.Coverage;
using Burgernet.Grains.Actions;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Coverage;

/// <summary>Key: 0. Reads interleave with reads: who asks while it counts waits for the same count. It keeps the last count, in memory only.</summary>
[GrainType("coverage")]
internal sealed class CoverageGrain(
    ICoverageStore store,
    IMunicipalities municipalities,
    IOptions<CoverageOptions> options,
    TimeProvider time
) : Grain, ICoverageGrain
{
    private Task<MunicipalitiesCoverage>? _municipalities;
    private Task<CellsCoverage>? _cells;

    public Task<MunicipalitiesCoverage> Municipalities()
    {
        if (_municipalities is null || IsOld(_municipalities, coverage => coverage.AsOf))
        {
            _municipalities = CountMunicipalities();
        }

        return _municipalities;
    }

    public Task<IReadOnlyList<MunicipalityShape>> Shapes() => Task.FromResult(municipalities.Shapes);

    public Task<CellsCoverage> Cells()
    {
        if (_cells is null || IsOld(_cells, coverage => coverage.AsOf))
        {
            _cells = CountCells();
        }

        return _cells;
    }

    private bool IsOld<T>(Task<T> count, Func<T, DateTimeOffset> asOf) =>
        count.IsFaulted
        || count.IsCanceled
        || (count.IsCompletedSuccessfully && time.GetUtcNow() - asOf(count.Result) >= options.Value.Refresh);

    private async Task<MunicipalitiesCoverage> CountMunicipalities()
    {
        var now = HashChain.Now(time);
        var months = CoveragePolicy.Months(now, options.Value.Months);
        var counts = await store.CountByMunicipality();
        var monthly = await store.CountByMonth(months[0]);
        return new MunicipalitiesCoverage(now, CoveragePolicy.Municipalities(municipalities.All, counts, monthly, months, options.Value));
    }

    private async Task<CellsCoverage> CountCells()
    {
        var now = HashChain.Now(time);
        var counts = await store.CountByCell();
        return new CellsCoverage(now, [.. counts.Select(count => new CellCoverage(count.Cell, CoverageRounding.Of(count.Participants)))]);
    }
}
