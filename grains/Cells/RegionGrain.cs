using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Orleans.Concurrency;

namespace Burgernet.Grains.Cells;

/// <summary>Key: an H3 cell of resolution 5 as a long. Everything interleaves: it only reads, and fans out to its cells.</summary>
[GrainType("region")]
[Reentrant]
internal sealed class RegionGrain(IParticipantStore store) : Grain, IRegionGrain
{
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

    public async Task Reload() => _populated = await store.ReadRegion((ulong)this.GetPrimaryKeyLong());
}
