namespace Burgernet.Grains.Dialing;

/// <summary>A claim that may still be a call.</summary>
/// <param name="Incarnation">The silo, with its generation, whose dialer made it.</param>
/// <param name="Deadline">When its call is over at the latest.</param>
public readonly record struct OpenClaim(string Incarnation, DateTimeOffset Deadline);
