using Burgernet.Actions;

namespace Burgernet.Sms;

/// <summary>The answer to an assignment: the tip, or why not.</summary>
/// <param name="Receipt">Where the tip stands.</param>
/// <param name="Problem">Why the action does not take it, else null.</param>
/// <param name="UnknownMessage">Whether no such message waits: there is none, or it belongs to an action already.</param>
/// <param name="OtherKind">Whether message and action are not both live or both practice.</param>
/// <param name="Repeated">Whether the action had it before.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.sms-assign-reply")]
public sealed record AssignReply(
    [property: Id(0)] TipReceipt? Receipt,
    [property: Id(1)] ActionProblem? Problem = null,
    [property: Id(2)] bool UnknownMessage = false,
    [property: Id(3)] bool OtherKind = false,
    [property: Id(4)] bool Repeated = false
);
