namespace Burgernet.Actions;

/// <summary>Who acts: a dispatcher of a control room. Stands in every event.</summary>
/// <param name="ControlRoom">The control room's id, from configuration.</param>
/// <param name="Dispatcher">The dispatcher's id as the control room knows it.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.actor")]
public sealed record Actor([property: Id(0)] string ControlRoom, [property: Id(1)] string Dispatcher);
