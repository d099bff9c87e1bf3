using Burgernet.H3.Regions;

namespace Burgernet.H3;

/// <content>Areas to cells.</content>
public static partial class H3Grid
{
    /// <summary>The cells of a polygon, ascending.</summary>
    /// <param name="polygon">The area.</param>
    /// <param name="resolution">0 to 15.</param>
    /// <param name="mode">Which cells to take.</param>
    /// <exception cref="ArgumentNullException">There is no polygon.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15, or the mode is none of the three.</exception>
    /// <exception cref="InvalidOperationException">The area has more cells than an array holds.</exception>
    public static H3Index[] PolygonToCells(GeoPolygon polygon, int resolution, ContainmentMode mode)
    {
        ArgumentNullException.ThrowIfNull(polygon);
        CheckFill(resolution, mode);
        var sink = CellSink.Growing();
        PolygonFill.Fill(polygon, resolution, mode, ref sink);
        return sink.ToArray();
    }

    /// <summary>The cells of several polygons together, ascending, each once.</summary>
    /// <param name="polygons">The areas, which may meet or overlap.</param>
    /// <param name="resolution">0 to 15.</param>
    /// <param name="mode">Which cells to take, of each area by itself.</param>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15, or the mode is none of the three.</exception>
    /// <exception cref="InvalidOperationException">The areas have more cells than an array holds.</exception>
    public static H3Index[] PolygonToCells(ReadOnlySpan<GeoPolygon> polygons, int resolution, ContainmentMode mode)
    {
        CheckFill(resolution, mode);
        var sink = CellSink.Growing();
        FillAll(polygons, resolution, mode, ref sink);
        return sink.ToArray();
    }

    /// <summary>Writes the cells of a polygon, ascending.</summary>
    /// <param name="polygon">The area.</param>
    /// <param name="resolution">0 to 15.</param>
    /// <param name="mode">Which cells to take.</param>
    /// <param name="destination">Takes the cells.</param>
    /// <param name="count">How many were written; where there is too little room, how many there are.</param>
    /// <returns>Whether there was room for all; where not, what was written is of no use.</returns>
    /// <exception cref="ArgumentNullException">There is no polygon.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15, or the mode is none of the three.</exception>
    public static bool TryPolygonToCells(
        GeoPolygon polygon,
        int resolution,
        ContainmentMode mode,
        Span<H3Index> destination,
        out long count
    )
    {
        ArgumentNullException.ThrowIfNull(polygon);
        CheckFill(resolution, mode);
        var sink = new CellSink(destination);
        PolygonFill.Fill(polygon, resolution, mode, ref sink);
        count = sink.Count;
        return sink.Fits;
    }

    /// <summary>Writes the cells of several polygons together, ascending, each once.</summary>
    /// <param name="polygons">The areas, which may meet or overlap.</param>
    /// <param name="resolution">0 to 15.</param>
    /// <param name="mode">Which cells to take, of each area by itself.</param>
    /// <param name="destination">Takes the cells, and needs room for those of each area, before any found twice are dropped.</param>
    /// <param name="count">How many were written; where there is too little room, how much room would do.</param>
    /// <returns>Whether there was room for all; where not, what was written is of no use.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15, or the mode is none of the three.</exception>
    public static bool TryPolygonToCells(
        ReadOnlySpan<GeoPolygon> polygons,
        int resolution,
        ContainmentMode mode,
        Span<H3Index> destination,
        out long count
    )
    {
        CheckFill(resolution, mode);
        var sink = new CellSink(destination);
        FillAll(polygons, resolution, mode, ref sink);
        count = sink.Count;
        return sink.Fits;
    }

    /// <summary>The cells of a circle on H3's sphere, ascending.</summary>
    /// <remarks>A small circle may hold no cell's centre: to miss nobody, ask for <see cref="ContainmentMode.Overlapping"/>.</remarks>
    /// <param name="center">The circle's centre, degrees.</param>
    /// <param name="radiusMetres">Metres, not negative; half way around the Earth and more takes every cell.</param>
    /// <param name="resolution">0 to 15.</param>
    /// <param name="mode">Which cells to take.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not finite or out of its range.</exception>
    /// <exception cref="InvalidOperationException">The area has more cells than an array holds.</exception>
    public static H3Index[] CircleToCells(LatLng center, double radiusMetres, int resolution, ContainmentMode mode)
    {
        CheckCircle(center, radiusMetres, resolution, mode);
        var sink = CellSink.Growing();
        CircleFill.Fill(center, Math.Min(radiusMetres / EarthRadiusMetres, Math.PI), resolution, mode, ref sink);
        return sink.ToArray();
    }

    /// <summary>Writes the cells of a circle on H3's sphere, ascending.</summary>
    /// <param name="center">The circle's centre, degrees.</param>
    /// <param name="radiusMetres">Metres, not negative; half way around the Earth and more takes every cell.</param>
    /// <param name="resolution">0 to 15.</param>
    /// <param name="mode">Which cells to take.</param>
    /// <param name="destination">Takes the cells.</param>
    /// <param name="count">How many were written; where there is too little room, how many there are.</param>
    /// <returns>Whether there was room for all; where not, what was written is of no use.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not finite or out of its range.</exception>
    public static bool TryCircleToCells(
        LatLng center,
        double radiusMetres,
        int resolution,
        ContainmentMode mode,
        Span<H3Index> destination,
        out long count
    )
    {
        CheckCircle(center, radiusMetres, resolution, mode);
        var sink = new CellSink(destination);
        CircleFill.Fill(center, Math.Min(radiusMetres / EarthRadiusMetres, Math.PI), resolution, mode, ref sink);
        count = sink.Count;
        return sink.Fits;
    }

    private static void FillAll(ReadOnlySpan<GeoPolygon> polygons, int resolution, ContainmentMode mode, ref CellSink sink)
    {
        foreach (var polygon in polygons)
        {
            PolygonFill.Fill(polygon, resolution, mode, ref sink);
        }

        if (polygons.Length > 1 && sink.Fits)
        {
            sink.Unite();
        }
    }

    private static void CheckFill(int resolution, ContainmentMode mode)
    {
        CheckResolution(resolution);
        if (mode is not (ContainmentMode.Center or ContainmentMode.Full or ContainmentMode.Overlapping))
        {
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "A mode is Center, Full or Overlapping.");
        }
    }

    private static void CheckCircle(LatLng center, double radiusMetres, int resolution, ContainmentMode mode)
    {
        CheckFill(resolution, mode);
        CheckFinite(center, nameof(center));
        if (!double.IsFinite(radiusMetres) || radiusMetres < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(radiusMetres), radiusMetres, "A radius is finite and not negative.");
        }
    }
}
