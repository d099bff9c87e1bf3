using Burgernet.Actions;
using Burgernet.Dialing;

namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>closed</c>: what came of the action, and what its tables held then.</summary>
/// <param name="Result">What came of it.</param>
/// <param name="Reason">Why, in the dispatcher's words, or null.</param>
/// <param name="ExpireOpenOutcomes">Whether outcomes that were not delivered then were given up.</param>
/// <param name="Selected">People who were selected; each has a row.</param>
/// <param name="Contacted">Of them, who were contacted.</param>
/// <param name="Deliveries">Rows, over all messages.</param>
/// <param name="OpenOutcomes">Of these, outcomes without a result.</param>
/// <param name="Results">The others by result.</param>
public sealed record ClosedData(
    ActionResult Result,
    string? Reason,
    bool ExpireOpenOutcomes,
    int Selected,
    int Contacted,
    int Deliveries,
    int OpenOutcomes,
    IReadOnlyDictionary<DeliveryResult, int> Results
);
