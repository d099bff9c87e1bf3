using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>What lists, claims and restarts need of an action without reading its events; written in the same transaction as they are.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="ControlRoom">Whose it is.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="IncidentNumber">The control room's own reference.</param>
/// <param name="Practice">Whether nobody is really called.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="Epoch">Claims check it: only those of the current epoch are good.</param>
/// <param name="Running">Whether deliveries may still lack a result.</param>
/// <param name="CreatedAt">When it was prepared.</param>
public sealed record ActionRow(
    Guid ActionId,
    string ControlRoom,
    ActionKind Kind,
    string IncidentNumber,
    bool Practice,
    ActionStatus Status,
    int Epoch,
    bool Running,
    DateTimeOffset CreatedAt
);
