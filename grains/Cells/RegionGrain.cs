using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Orleans.Concurrency;

namespace Burgernet.Grains.Cells;

/// <summary>Key: an H3 cell of resolution 5 as a long. Everything interleaves: it fans out to its cells; counts of the register go one after the other.</summary>
[GrainType("region")]
[Reentrant]
internal sealed class RegionGrain(ISubscriptionStore store) : Grain, IRegionGrain
{
    // What a later count found must never be overwritten by an earlier one.
    private readonly Turns _counting = new();
    private PopulatedCell[] _populated = [];

    public override Task OnActivateAsync(CancellationToken cancellationToken) => Reload();

    public ValueTask<PopulatedCell[]> Populated() => ValueTask.FromResult(_populated);

    public async Task<Candidate[]> Select(CellQuery query, ulong[] cells)
    {
        var asked = new Task<Candidate[]>[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            asked[i] = GrainFactory.GetGrain<IGeoCellGrain>((long)cells[i]).Select(query).AsTask();
        }

        var found = await Task.WhenAll(asked);
        var joined = new Candidate[found.Sum(part => part.Length)];
        var next = 0;
        foreach (var part in found)
        {
            part.CopyTo(joined, next);
            next += part.Length;
        }

        return joined;
    }

    public Task Recount(ulong[] cells) =>
        _counting.Take(async () =>
        {
            var counted = await store.CountCells(cells);
            _populated = [.. _populated.Where(populated => !cells.Contains(populated.Cell)), .. counted];
        });

    public Task Reload() => _counting.Take(async () => _populated = await store.ReadRegion((ulong)this.GetPrimaryKeyLong()));
}
