using Burgernet.Dossier;

namespace Burgernet.Grains.Dossier;

/// <summary>Deliveries and attempts of an action under pseudonyms.</summary>
internal sealed class DossierReader(IDossierStore store, Guid actionId)
{
    /// <summary>The action's pseudonyms.</summary>
    public async Task<Pseudonyms> Pseudonyms() => new(await store.ReadPseudonymKey(), actionId);

    public async Task<DeliveryRecordPage> ReadDeliveries(string? after, int limit)
    {
        var pseudonyms = await Pseudonyms();
        var page = await store.ReadDeliveries(actionId, after, limit);
        return new DeliveryRecordPage([.. page.Deliveries.Select(found => Named(found, pseudonyms.Of(found.Participant)))], page.Next);
    }

    public async Task<AttemptPage> ReadAttempts(string? after, int limit)
    {
        var pseudonyms = await Pseudonyms();
        var found = await store.ReadAttempts(actionId, AttemptPlace.Parse(after, pseudonyms), limit + 1);
        var shown = found.Take(limit).Select(attempt => attempt.Attempt with { Pseudonym = pseudonyms.Of(attempt.Participant) });
        if (found.Count <= limit)
        {
            return new AttemptPage([.. shown], null);
        }

        var (participant, last) = found[limit - 1];
        return new AttemptPage([.. shown], new AttemptPlace(last.Message, participant, last.Channel, last.Attempt).Text(pseudonyms));
    }

    private static DeliveryRecord Named(FoundDelivery found, string pseudonym) =>
        found.Delivery with
        {
            Pseudonym = pseudonym,
            Last = found.Delivery.Last is { } last ? last with { Pseudonym = pseudonym } : null,
        };
}
