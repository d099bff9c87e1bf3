namespace Burgernet.Sip;

/// <summary>Names one call inside its <see cref="SipEndpoint"/>: a slot and the generation of its use, so that a stale name reaches nothing.</summary>
/// <param name="Slot">Index into the endpoint's table of calls.</param>
/// <param name="Generation">How often the slot was used before.</param>
public readonly record struct SipCallId(int Slot, uint Generation);
