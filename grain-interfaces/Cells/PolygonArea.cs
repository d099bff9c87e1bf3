namespace Burgernet.Cells;

/// <summary>One or more polygons (GeoJSON Polygon or MultiPolygon, RFC 7946 §3.1.6); the union of the parts.</summary>
/// <param name="Parts">The polygons, at least one.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.area.polygons")]
public sealed record PolygonArea([property: Id(0)] IReadOnlyList<AreaPolygon> Parts) : Area
{
    /// <inheritdoc/>
    public override bool Contains(GeoPoint point)
    {
        for (var i = 0; i < Parts.Count; i++)
        {
            if (Parts[i].Contains(point))
            {
                return true;
            }
        }

        return false;
    }
}
