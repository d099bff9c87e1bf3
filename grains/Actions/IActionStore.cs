using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>Stores actions. The node implements it.</summary>
public interface IActionStore
{
    /// <summary>Appends an event and updates the row, in one transaction; durable when it returns.</summary>
    /// <param name="row">The action's row after the event.</param>
    /// <param name="added">The event.</param>
    /// <param name="messages">The recorded messages, with the first event; else empty.</param>
    /// <param name="tipKey">The key of a tip, with the event that holds it; else null.</param>
    /// <returns><see langword="false"/> when another event already stands at this sequence: nothing was written.</returns>
    /// <exception cref="StoreUnavailableException">Whether it was stored is not known.</exception>
    Task<bool> Append(ActionRow row, ActionEvent added, IReadOnlyList<SpokenMessage> messages, TipKey? tipKey = null);

    /// <summary>The keys of an action's tips; one that was destroyed is not among them.</summary>
    Task<IReadOnlyList<TipKey>> ReadTipKeys(Guid actionId);

    /// <summary>All events of an action, in order; empty when there is none.</summary>
    Task<IReadOnlyList<ActionEvent>> ReadEvents(Guid actionId);

    /// <summary>The recorded messages of an action.</summary>
    Task<IReadOnlyList<SpokenMessage>> ReadMessages(Guid actionId);

    /// <summary>A control room's actions, newest first.</summary>
    Task<ActionSummaryPage> List(string controlRoom, string? after, int limit);

    /// <summary>The actions that may still have deliveries without a result.</summary>
    Task<IReadOnlyList<Guid>> ListRunning();

    /// <summary>Type and data of every <c>preview</c> and <c>previewed</c> of all actions from an instant on.</summary>
    Task<IReadOnlyList<(string Type, string Data)>> ReadPreviewEvents(DateTimeOffset since);

    /// <summary>The dossier: the action's events and those of its lanes, in order of time.</summary>
    Task<DossierPage> ReadDossier(Guid actionId, string? after, int limit);
}
