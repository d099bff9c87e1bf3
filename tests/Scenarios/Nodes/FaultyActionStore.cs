using Burgernet.Actions;
using Burgernet.Grains.Actions;

namespace Burgernet.Tests.Scenarios.Nodes;

/// <summary>The action store with faults in its writes.</summary>
internal sealed class FaultyActionStore(IActionStore inner, StoreFaults faults) : IActionStore
{
    public Task<bool> Append(
        ActionRow row,
        ActionEvent added,
        IReadOnlyList<SpokenMessage> messages,
        TipKey? tipKey = null,
        int message = 1
    ) => faults.Through(row.ActionId, () => inner.Append(row, added, messages, tipKey, message));

    public Task<IReadOnlyList<TipKey>> ReadTipKeys(Guid actionId) => inner.ReadTipKeys(actionId);

    public Task<IReadOnlyList<ActionEvent>> ReadEvents(Guid actionId) => inner.ReadEvents(actionId);

    public Task<IReadOnlyList<SpokenMessage>> ReadMessages(Guid actionId, int message) => inner.ReadMessages(actionId, message);

    public Task<ActionSummaryPage> List(string controlRoom, string? after, int limit, IReadOnlyList<ActionStatus> statuses) =>
        inner.List(controlRoom, after, limit, statuses);

    public Task<IReadOnlyList<Guid>> ListRunning() => inner.ListRunning();

    public Task<IReadOnlyList<(string Type, string Data)>> ReadPreviewEvents(DateTimeOffset since) => inner.ReadPreviewEvents(since);

    public Task<DossierPage> ReadDossier(Guid actionId, string? after, int limit) => inner.ReadDossier(actionId, after, limit);
}
