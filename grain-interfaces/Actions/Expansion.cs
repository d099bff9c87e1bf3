using Burgernet.Cells;

namespace Burgernet.Actions;

/// <summary>How a dispatcher enlarges the area of an action (uitbreiding).</summary>
/// <param name="Area">The area to call in now; who was selected before is left alone. Null where a radius is given.</param>
/// <param name="RadiusMetres">Instead of an area: everything within so many metres of the incident point.</param>
/// <param name="ConfirmedPeople">How many additional people they have confirmed to call, or null.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.expansion")]
public sealed record Expansion(
    [property: Id(0)] Area? Area,
    [property: Id(1)] double? RadiusMetres = null,
    [property: Id(2)] int? ConfirmedPeople = null
);
