using Burgernet.Actions;

namespace Burgernet.Dialing;

/// <summary>A message of an action, as its lanes need to know of it.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Epoch">The action's epoch since it was added: a stop of an earlier epoch does not concern it.</param>
/// <param name="Deadline">From then on no attempt for it leaves; null for never.</param>
/// <param name="Reach">By what it goes; null for by phone.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.lane-message")]
public sealed record LaneMessage(
    [property: Id(0)] int Number,
    [property: Id(1)] MessageKind Kind,
    [property: Id(2)] int Epoch,
    [property: Id(3)] DateTimeOffset? Deadline,
    [property: Id(4)] MessageReach? Reach = null
);
