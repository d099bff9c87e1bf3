namespace Burgernet.Cells;

/// <summary>An area less another.</summary>
/// <param name="Of">What it is taken from.</param>
/// <param name="Without">What is left out; where both have an edge, the edge is left out.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.area.without")]
public sealed record AreaWithout([property: Id(0)] Area Of, [property: Id(1)] Area Without) : Area
{
    /// <inheritdoc/>
    public override bool Contains(GeoPoint point) => Of.Contains(point) && !Without.Contains(point);
}
