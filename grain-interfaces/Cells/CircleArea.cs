namespace Burgernet.Cells;

/// <summary>Everything within a distance of a point.</summary>
/// <param name="Center">The centre.</param>
/// <param name="RadiusMetres">The radius along the great circle, in metres, above 0.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.area.circle")]
public sealed record CircleArea([property: Id(0)] GeoPoint Center, [property: Id(1)] double RadiusMetres) : Area
{
    /// <inheritdoc/>
    public override bool Contains(GeoPoint point) => Center.DistanceTo(point) <= RadiusMetres;
}
