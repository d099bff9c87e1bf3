namespace Burgernet.Grains.Participants;

/// <summary>One way to find a participant.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Hash">Its keyed hash.</param>
public readonly record struct Lookup(LookupKind Kind, LookupHash Hash);
