using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Orleans.Concurrency;

namespace Burgernet.Grains.Cells;

/// <summary>Key: an H3 cell of resolution 8 as a long. Everything interleaves: reads of the register go one after the other, and each swaps the array in one step.</summary>
[GrainType("geo-cell")]
[Reentrant]
internal sealed class GeoCellGrain(ISubscriptionStore store) : Grain, IGeoCellGrain
{
    // What a later read found must never be overwritten by an earlier one.
    private readonly Turns _reading = new();
    private Subscription[] _subscriptions = [];

    private ulong Cell => (ulong)this.GetPrimaryKeyLong();

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

    public Task Apply(ParticipantVersion[] changed)
    {
        var unknown = changed.Where(change => !Has(change)).Select(change => change.ParticipantId).ToHashSet();
        return unknown.Count == 0 ? Task.CompletedTask : _reading.Take(() => LookAgain(unknown));
    }

    public Task Reload() => _reading.Take(async () => _subscriptions = [.. await store.ReadCells([Cell])]);

    private async Task LookAgain(HashSet<Guid> participants)
    {
        var now = await store.ReadParticipants(participants);
        _subscriptions =
        [
            .. _subscriptions.Where(subscription => !participants.Contains(subscription.ParticipantId)),
            .. now.Where(subscription => subscription.Cell == Cell),
        ];
    }

    private bool Has(ParticipantVersion change) =>
        Array.Exists(
            _subscriptions,
            subscription => subscription.ParticipantId == change.ParticipantId && subscription.Version >= change.Version
        );
}
