using Burgernet.Cells;
using Burgernet.Participants;
using Orleans.Concurrency;

namespace Burgernet.Grains.Cells;

/// <summary>Key: an H3 cell of resolution 8 as a long. Everything interleaves: reads of the register go one after the other, and each swaps the content in one step.</summary>
/// <remarks>There are tens of thousands of these: no timers, no storage, no closures. It reads at the first question, not on activation, so that a warm-up can bring the content.</remarks>
[GrainType("geo-cell")]
[Reentrant]
[KeepAlive]
[RegionPlacement]
internal sealed class GeoCellGrain(IGrainContext context, CellReads reads, LocalCells local) : IGrainBase, IGeoCellGrain, IGeoCellWarmUp
{
    private readonly CellBook _book = new((ulong)context.GrainId.GetIntegerKey(), reads);

    public IGrainContext GrainContext => context;

    private ulong Cell => (ulong)context.GrainId.GetIntegerKey();

    // Not earlier: until then another silo's activation may turn out to be the one.
    public Task OnActivateAsync(CancellationToken cancellationToken)
    {
        local.Of(CellMask.RegionOf(Cell)).Add(Cell, _book);
        return Task.CompletedTask;
    }

    public Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        local.Of(CellMask.RegionOf(Cell)).Remove(Cell, _book);
        return Task.CompletedTask;
    }

    public ValueTask<CandidateBatch> Select(CellQuery query) => _book.Select(query);

    public Task Apply(ParticipantVersion[] changed) => _book.Apply(changed);

    public Task Reload() => _book.Reload();

    public ValueTask Fill(PackedCell content)
    {
        _book.Fill(content);
        return ValueTask.CompletedTask;
    }
}
