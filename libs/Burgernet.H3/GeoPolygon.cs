namespace Burgernet.H3;

/// <summary>An area on the Earth: one outer ring less its holes.</summary>
/// <remarks>
/// Rings may wind either way and may repeat their first point at their end. Between two points a side runs straight in latitude and
/// longitude, the shorter way around the Earth: a ring whose longitudes span more than 180° crosses the antimeridian. A ring that runs once
/// around the Earth holds the pole on its side of the equator.
/// </remarks>
public sealed class GeoPolygon
{
    /// <summary>An area on the Earth.</summary>
    /// <param name="outer">The outer ring, degrees.</param>
    /// <param name="holes">Rings within the outer one that do not belong to the area, degrees.</param>
    /// <exception cref="ArgumentNullException">There is no list of holes.</exception>
    /// <exception cref="ArgumentException">A point is not finite, or its latitude lies beyond ±90.</exception>
    public GeoPolygon(ReadOnlyMemory<LatLng> outer, params IReadOnlyList<ReadOnlyMemory<LatLng>> holes)
    {
        ArgumentNullException.ThrowIfNull(holes);
        Check(outer.Span, nameof(outer));
        for (var n = 0; n < holes.Count; n++)
        {
            Check(holes[n].Span, nameof(holes));
        }

        Outer = outer;
        Holes = holes;
    }

    /// <summary>The outer ring, degrees.</summary>
    public ReadOnlyMemory<LatLng> Outer { get; }

    /// <summary>The rings that are cut out, degrees.</summary>
    public IReadOnlyList<ReadOnlyMemory<LatLng>> Holes { get; }

    internal static void Check(ReadOnlySpan<LatLng> ring, string name)
    {
        foreach (var point in ring)
        {
            if (!point.IsFinite || Math.Abs(point.Latitude) > 90)
            {
                // Without the position: messages end up in logs.
                throw new ArgumentException("A point is not a position on the Earth.", name);
            }
        }
    }
}
