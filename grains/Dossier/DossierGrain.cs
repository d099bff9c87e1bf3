using Burgernet.Dossier;
using Burgernet.Grains.Dialing;
using Orleans.Concurrency;

namespace Burgernet.Grains.Dossier;

/// <summary>Key: the action's id. Holds nothing; any number may read at once.</summary>
[GrainType("dossier")]
[StatelessWorker]
internal sealed class DossierGrain(IDossierStore store, ILaneStore lanes) : Grain, IDossierGrain
{
    private DossierReader Reader => new(store, this.GetPrimaryKey());

    public Task<DossierHead?> ReadHead() => store.ReadHead(this.GetPrimaryKey());

    public Task<DeliveryRecordPage> ReadDeliveries(string? after, int limit) => Reader.ReadDeliveries(after, limit);

    public Task<AttemptPage> ReadAttempts(string? after, int limit) => Reader.ReadAttempts(after, limit);

    public async Task<DeliveryViewPage> ReadViews(string? after, int limit)
    {
        var pseudonyms = await Reader.Pseudonyms();
        var page = await lanes.ReadDeliveries(this.GetPrimaryKey(), pseudonyms.ShowIn(after), limit);
        return new DeliveryViewPage(
            page.Deliveries,
            [.. page.Deliveries.Select(delivery => pseudonyms.Of(delivery.ParticipantId))],
            pseudonyms.HideIn(page.Next)
        );
    }
}
