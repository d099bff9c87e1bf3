namespace Burgernet.H3;

/// <content>Points to cells and back.</content>
public static partial class H3Grid
{
    /// <summary>The cell that holds a position.</summary>
    /// <param name="position">Degrees; longitudes beyond ±180 wrap, latitudes beyond ±90 pass over the pole.</param>
    /// <param name="resolution">0 to 15.</param>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15, or a coordinate is not finite.</exception>
    public static H3Index LatLngToCell(LatLng position, int resolution)
    {
        CheckResolution(resolution);
        CheckFinite(position, nameof(position));
        return new H3Index(Projection.Encode(Vec3.Of(position), resolution));
    }

    /// <summary>The centre of a cell.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <returns>Degrees, within ±90 and ±180.</returns>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    public static LatLng CellToLatLng(H3Index cell)
    {
        CheckCell(cell);
        return Projection.Centre(cell.Value).ToLatLng();
    }

    /// <summary>The boundary of a cell, counter-clockwise, without repeating the first point.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <param name="destination">Takes the points, degrees; room for <see cref="MaxBoundaryPoints"/> always suffices.</param>
    /// <returns>How many points were written: 5 to 10.</returns>
    /// <exception cref="ArgumentException">The index is not a cell, or there is too little room.</exception>
    public static int CellToBoundary(H3Index cell, Span<LatLng> destination)
    {
        CheckCell(cell);
        Span<Vec3> points = stackalloc Vec3[Outline.MaxPoints];
        var count = Outline.Write(cell.Value, points);
        CheckRoom<LatLng>(destination, count);
        for (var n = 0; n < count; n++)
        {
            destination[n] = points[n].ToLatLng();
        }

        return count;
    }

    /// <summary>The boundary of a cell, counter-clockwise, without repeating the first point.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <returns>5 to 10 points, degrees.</returns>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    public static LatLng[] CellToBoundary(H3Index cell)
    {
        Span<LatLng> points = stackalloc LatLng[MaxBoundaryPoints];
        return points[..CellToBoundary(cell, points)].ToArray();
    }
}
