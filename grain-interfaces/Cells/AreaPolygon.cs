namespace Burgernet.Cells;

/// <summary>A polygon with holes; edges are straight in longitude and latitude, as in GeoJSON.</summary>
/// <param name="Outer">The outer ring, not closed (the last point is not the first again), at least three points.</param>
/// <param name="Holes">The holes, each a ring like the outer one.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.area.polygon")]
public sealed record AreaPolygon([property: Id(0)] GeoPoint[] Outer, [property: Id(1)] GeoPoint[][] Holes)
{
    [NonSerialized]
    private PolygonEdges? _edges;

    /// <summary>Whether a point lies inside (even-odd rule). Sorts the edges the first time; allocates nothing afterwards.</summary>
    public bool Contains(GeoPoint point)
    {
        var edges = _edges;
        if (edges is null || !edges.IsOf(Outer, Holes))
        {
            // Two threads may both do this: they come to the same.
            _edges = edges = new PolygonEdges(Outer, Holes);
        }

        return edges.Contains(point);
    }

    /// <summary>Whether two have the same rings.</summary>
    public bool Equals(AreaPolygon? other) =>
        other is not null && ReferenceEquals(Outer, other.Outer) && ReferenceEquals(Holes, other.Holes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Outer, Holes);
}
