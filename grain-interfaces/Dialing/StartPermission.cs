namespace Burgernet.Dialing;

/// <summary>Whether attempts of an action may start.</summary>
/// <param name="Allowed">Whether they may.</param>
/// <param name="Epoch">Counts the stops and starts of the action; a claim made in an older epoch is void.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.start-permission")]
public readonly record struct StartPermission([property: Id(0)] bool Allowed, [property: Id(1)] int Epoch);
