namespace Burgernet.Cells;

/// <summary>A polygon with holes; edges are straight in longitude and latitude, as in GeoJSON.</summary>
/// <param name="Outer">The outer ring, not closed (the last point is not the first again), at least three points.</param>
/// <param name="Holes">The holes, each a ring like the outer one.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.area.polygon")]
public sealed record AreaPolygon([property: Id(0)] GeoPoint[] Outer, [property: Id(1)] GeoPoint[][] Holes)
{
    /// <summary>Whether a point lies inside (even-odd rule); allocates nothing.</summary>
    public bool Contains(GeoPoint point)
    {
        if (!RingContains(Outer, point))
        {
            return false;
        }

        foreach (var hole in Holes)
        {
            if (RingContains(hole, point))
            {
                return false;
            }
        }

        return true;
    }

    private static bool RingContains(GeoPoint[] ring, GeoPoint point)
    {
        var inside = false;
        var previous = ring[^1];
        foreach (var current in ring)
        {
            if (
                current.Latitude > point.Latitude != previous.Latitude > point.Latitude
                && point.Longitude
                    < (
                        (previous.Longitude - current.Longitude)
                        * (point.Latitude - current.Latitude)
                        / (previous.Latitude - current.Latitude)
                    ) + current.Longitude
            )
            {
                inside = !inside;
            }

            previous = current;
        }

        return inside;
    }
}
