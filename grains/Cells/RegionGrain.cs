using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Orleans.Concurrency;

namespace Burgernet.Grains.Cells;

/// <summary>Key: an H3 cell of resolution 5 as a long. Everything interleaves: it fans out to its cells; counts of the register go one after the other.</summary>
[GrainType("region")]
[Reentrant]
[KeepAlive]
[RegionPlacement]
internal sealed class RegionGrain(IGrainContext context, ISubscriptionStore store, IGrainFactory grains, LocalCells local)
    : IGrainBase,
        IRegionGrain
{
    private readonly RegionBook _book = new(
        (ulong)context.GrainId.GetIntegerKey(),
        store,
        local.Of((ulong)context.GrainId.GetIntegerKey()),
        cell => grains.GetGrain<IGeoCellGrain>((long)cell)
    );

    public IGrainContext GrainContext => context;

    public ValueTask<RegionPopulation> Population() => _book.Population();

    public Task<CandidateBatch[]> Select(CellQuery query, CellMask whole, CellMask border) => _book.Select(query, whole, border);

    public Task Recount(ulong[] cells) => _book.Recount(cells);

    public Task Reload() => _book.Reload();
}
