using Burgernet.Grains.Actions;

namespace Burgernet.Grains.Webhooks;

/// <summary>Stores how far webhooks are. The node implements it. The queue itself is the dossier.</summary>
/// <exception cref="StoreUnavailableException">Of every method: the database did not take it, or did not answer.</exception>
public interface IWebhookStore
{
    /// <summary>Takes an endpoint for one activation: from now on no other can write.</summary>
    /// <param name="controlRoom">Whose it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="owner">The activation.</param>
    /// <param name="now">Where it is new, from when on it is sent to.</param>
    Task<WebhookRow> Take(string controlRoom, string name, Guid owner, DateTimeOffset now);

    /// <summary>The cursors of an endpoint with something that waits.</summary>
    Task<IReadOnlyList<WebhookCursor>> ReadWaiting(string controlRoom, string name);

    /// <summary>The cursor of one action, or null.</summary>
    Task<WebhookCursor?> ReadCursor(string controlRoom, string name, Guid actionId);

    /// <summary>Actions with entries after their cursor, recorded after a moment; each with the sequence of its last one.</summary>
    Task<IReadOnlyList<(Guid ActionId, long Sequence)>> ReadBehind(string controlRoom, string name, DateTimeOffset recordedAfter);

    /// <summary>Writes an endpoint and cursors of it, in one transaction.</summary>
    /// <returns><see langword="false"/> where another activation has taken it: nothing was written.</returns>
    Task<bool> Save(string controlRoom, string name, Guid owner, WebhookRow row, IReadOnlyList<WebhookCursor> cursors);
}
