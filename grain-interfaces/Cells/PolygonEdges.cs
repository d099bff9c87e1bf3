namespace Burgernet.Cells;

/// <summary>The rings of a polygon, ready to be asked many times.</summary>
internal sealed class PolygonEdges
{
    private readonly GeoPoint[] _outer;
    private readonly GeoPoint[][] _holes;
    private readonly RingEdges _outerEdges;
    private readonly RingEdges[] _holeEdges;

    public PolygonEdges(GeoPoint[] outer, GeoPoint[][] holes)
    {
        (_outer, _holes) = (outer, holes);
        _outerEdges = new RingEdges(outer);
        _holeEdges = Array.ConvertAll(holes, hole => new RingEdges(hole));
    }

    /// <summary>Whether these are the rings that it was made of.</summary>
    public bool IsOf(GeoPoint[] outer, GeoPoint[][] holes) => ReferenceEquals(_outer, outer) && ReferenceEquals(_holes, holes);

    /// <summary>Whether a point lies within the outer ring and in no hole.</summary>
    public bool Contains(GeoPoint point)
    {
        if (!_outerEdges.Contains(point))
        {
            return false;
        }

        foreach (var hole in _holeEdges)
        {
            if (hole.Contains(point))
            {
                return false;
            }
        }

        return true;
    }
}
