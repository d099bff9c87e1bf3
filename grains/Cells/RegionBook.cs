using Burgernet.Cells;
using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Cells;

/// <summary>What a region knows of its cells. Not for several threads; calls interleave.</summary>
/// <remarks>Counts of the register go one after the other, so that what a later one found is never overwritten by an earlier one.</remarks>
/// <param name="region">H3 cell, resolution 5.</param>
/// <param name="store">Counts cells.</param>
/// <param name="local">Those of its cells that are awake beside it.</param>
/// <param name="cellAt">The grain of a cell.</param>
internal sealed class RegionBook(ulong region, ISubscriptionStore store, RegionCells local, Func<ulong, IGeoCellGrain> cellAt)
{
    private readonly OneByOne _counting = new();
    private readonly IGeoCellGrain?[] _cells = new IGeoCellGrain?[CellMask.Slots];
    private RegionPopulation? _population;

    /// <summary>How many subscriptions its cells hold; counts them first where that was not done yet.</summary>
    public ValueTask<RegionPopulation> Population() =>
        _population is { } population ? ValueTask.FromResult(population) : new ValueTask<RegionPopulation>(CountFirst());

    /// <summary>Asks its populated cells among these.</summary>
    public async Task<CandidateBatch[]> Select(CellQuery query, CellMask whole, CellMask border)
    {
        var population = await Population();
        if (population.IsEmpty)
        {
            return [];
        }

        var found = new List<CandidateBatch>(whole.Count + border.Count);
        var asked = new List<Task<CandidateBatch>>();
        Ask(query.OfWholeCells(), whole, population, found, asked);
        Ask(query, border, population, found, asked);
        if (asked.Count > 0)
        {
            found.AddRange((await Task.WhenAll(asked)).Where(batch => batch.Count > 0));
        }

        return [.. found];
    }

    /// <summary>Counts cells again.</summary>
    public Task Recount(ulong[] cells) =>
        _counting.Run(async () =>
            _population = _population is { } population ? population.With(cells, await store.CountCells(cells)) : await Count()
        );

    /// <summary>Counts everything again.</summary>
    public Task Reload() => _counting.Run(async () => _population = await Count());

    private void Ask(
        CellQuery query,
        CellMask mask,
        RegionPopulation population,
        List<CandidateBatch> found,
        List<Task<CandidateBatch>> asked
    )
    {
        foreach (var slot in mask.ToSlots())
        {
            if (population.At(slot) == 0)
            {
                continue;
            }

            if (local.At(slot) is not { } content)
            {
                asked.Add((_cells[slot] ??= cellAt(CellMask.CellAt(region, slot))).Select(query).AsTask());
            }
            else if (content.Select(query) is { Count: > 0 } batch)
            {
                found.Add(batch);
            }
        }
    }

    private async Task<RegionPopulation> CountFirst()
    {
        await _counting.Run(async () => _population ??= await Count());
        return _population!;
    }

    private async Task<RegionPopulation> Count() => RegionPopulation.Of(await store.ReadRegion(region));
}
