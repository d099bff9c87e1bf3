using Burgernet.Dialing;

namespace Burgernet.CallBacks;

/// <summary>What a call-back changed in a lane; it is stored.</summary>
/// <param name="Totals">How far the lane is now.</param>
/// <param name="Replaced">The result that made way for <see cref="DeliveryResult.Confirmed"/>, or null where there was none yet, or none had to.</param>
/// <param name="Contacted">Whether the caller counts as contacted from now on and did not before.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.called-back-reply")]
public sealed record CalledBackReply(
    [property: Id(0)] LaneTotals Totals,
    [property: Id(1)] DeliveryResult? Replaced,
    [property: Id(2)] bool Contacted
);
