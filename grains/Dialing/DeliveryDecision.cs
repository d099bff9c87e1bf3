using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>What follows from the end of an attempt: a result, or (None) once more.</summary>
/// <param name="Result">The delivery's result, or <see cref="DeliveryResult.None"/> to queue it again.</param>
/// <param name="Dialled">Whether the attempt counts as one: an INVITE left.</param>
public readonly record struct DeliveryDecision(DeliveryResult Result, bool Dialled);
