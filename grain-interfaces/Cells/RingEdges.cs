namespace Burgernet.Cells;

/// <summary>A ring's edges by slabs of latitude, so that a point is held against those few that reach its latitude.</summary>
internal sealed class RingEdges
{
    /// <summary>About so many edges begin in a slab.</summary>
    private const int EdgesASlab = 4;

    private const int MostSlabs = 4_096;

    private readonly GeoPoint[] _ring;
    private readonly double _south;
    private readonly double _north;
    private readonly double _slabsADegree;

    // The edges of slab s are _edges[_starts[s].._starts[s + 1]]; edge i goes from point i - 1 to point i.
    private readonly int[] _starts;
    private readonly int[] _edges;

    public RingEdges(GeoPoint[] ring)
    {
        _ring = ring;
        _south = double.MaxValue;
        _north = double.MinValue;
        foreach (var point in ring)
        {
            _south = Math.Min(_south, point.Latitude);
            _north = Math.Max(_north, point.Latitude);
        }

        var slabs = Math.Clamp(ring.Length / EdgesASlab, 1, MostSlabs);
        _slabsADegree = _north > _south ? slabs / (_north - _south) : 0;
        _starts = new int[slabs + 1];
        ForEachSlab((slab, _) => _starts[slab + 1]++);
        for (var slab = 0; slab < slabs; slab++)
        {
            _starts[slab + 1] += _starts[slab];
        }

        _edges = new int[_starts[slabs]];
        var next = _starts[..slabs];
        ForEachSlab((slab, edge) => _edges[next[slab]++] = edge);
    }

    /// <summary>Whether a point lies inside, by the even-odd rule.</summary>
    public bool Contains(GeoPoint point)
    {
        if (!(point.Latitude >= _south && point.Latitude < _north))
        {
            return false;
        }

        var slab = SlabOf(point.Latitude);
        var inside = false;
        foreach (var edge in _edges.AsSpan(_starts[slab].._starts[slab + 1]))
        {
            var previous = _ring[edge == 0 ? ^1 : edge - 1];
            var current = _ring[edge];
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
        }

        return inside;
    }

    // Never falls as latitude rises: an edge is listed in every slab from its south end to its north end, so in that of any point between.
    private int SlabOf(double latitude) => Math.Clamp((int)((latitude - _south) * _slabsADegree), 0, _starts.Length - 2);

    private void ForEachSlab(Action<int, int> of)
    {
        for (var edge = 0; edge < _ring.Length; edge++)
        {
            var from = _ring[edge == 0 ? ^1 : edge - 1].Latitude;
            var to = _ring[edge].Latitude;
            if (from != to)
            {
                var last = SlabOf(Math.Max(from, to));
                for (var slab = SlabOf(Math.Min(from, to)); slab <= last; slab++)
                {
                    of(slab, edge);
                }
            }
        }
    }
}
