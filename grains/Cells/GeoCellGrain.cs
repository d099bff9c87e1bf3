using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Orleans.Concurrency;

namespace Burgernet.Grains.Cells;

/// <summary>Key: an H3 cell of resolution 8 as a long. Reads interleave; a reload swaps the array in one step.</summary>
[GrainType("geo-cell")]
[Reentrant]
internal sealed class GeoCellGrain(IParticipantStore store) : Grain, IGeoCellGrain
{
    private Subscription[] _subscriptions = [];

    public override Task OnActivateAsync(CancellationToken cancellationToken) => Reload();

    public ValueTask<Candidate[]> Select(CellQuery query)
    {
        var count = 0;
        foreach (ref readonly var subscription in _subscriptions.AsSpan())
        {
            count += query.Area.Contains(subscription.Point) ? 1 : 0;
        }

        if (count == 0)
        {
            return ValueTask.FromResult(Array.Empty<Candidate>());
        }

        var found = new Candidate[count];
        var next = 0;
        foreach (ref readonly var subscription in _subscriptions.AsSpan())
        {
            if (query.Area.Contains(subscription.Point))
            {
                var distance = (float)query.From.DistanceTo(subscription.Point);
                found[next++] = new Candidate(subscription.ParticipantId, distance, subscription.Language);
            }
        }

        return ValueTask.FromResult(found);
    }

    public async Task Reload() => _subscriptions = [.. await store.ReadCell((ulong)this.GetPrimaryKeyLong())];
}
