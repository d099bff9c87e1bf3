using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>Stores actions. The node implements it.</summary>
public interface IActionStore
{
    /// <summary>Appends an event and updates the row, in one transaction; durable when it returns.</summary>
    /// <param name="row">The action's row after the event.</param>
    /// <param name="added">The event.</param>
    /// <param name="messages">The message in each language, with the event that adds one; else empty.</param>
    /// <param name="tipKey">The key of a tip, with the event that holds it; else null.</param>
    /// <param name="message">The number of the message.</param>
    /// <returns><see langword="false"/> when another event already stands at this sequence: nothing was written.</returns>
    /// <exception cref="StoreUnavailableException">Whether it was stored is not known.</exception>
    Task<bool> Append(ActionRow row, ActionEvent added, IReadOnlyList<SpokenMessage> messages, TipKey? tipKey = null, int message = 1);

    /// <summary>The keys of an action's tips; one that was destroyed is not among them.</summary>
    Task<IReadOnlyList<TipKey>> ReadTipKeys(Guid actionId);

    /// <summary>All events of an action, in order; empty when there is none.</summary>
    Task<IReadOnlyList<ActionEvent>> ReadEvents(Guid actionId);

    /// <summary>A message of an action in each language that it was recorded in.</summary>
    /// <param name="actionId">The action.</param>
    /// <param name="message">Its number, from 1.</param>
    Task<IReadOnlyList<SpokenMessage>> ReadMessages(Guid actionId, int message);

    /// <summary>A control room's actions, newest first.</summary>
    /// <param name="controlRoom">The control room.</param>
    /// <param name="after">The page's <see cref="ActionSummaryPage.Next"/>, or null for the start.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="statuses">Only those in one of these states; none for all that are not archived.</param>
    Task<ActionSummaryPage> List(string controlRoom, string? after, int limit, IReadOnlyList<ActionStatus> statuses);

    /// <summary>The actions that may still have deliveries without a result.</summary>
    Task<IReadOnlyList<Guid>> ListRunning();

    /// <summary>Type and data of every <c>preview</c> and <c>previewed</c> of all actions from an instant on.</summary>
    Task<IReadOnlyList<(string Type, string Data)>> ReadPreviewEvents(DateTimeOffset since);

    /// <summary>The dossier: the action's events and those of its lanes, in order of time.</summary>
    Task<DossierPage> ReadDossier(Guid actionId, string? after, int limit);
}
