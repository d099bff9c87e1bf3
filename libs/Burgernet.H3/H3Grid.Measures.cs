using Burgernet.H3.Grid;
using Burgernet.H3.Regions;
using Burgernet.H3.Tables;

namespace Burgernet.H3;

/// <content>Distances, lengths, areas and counts.</content>
public static partial class H3Grid
{
    /// <summary>The distance along H3's sphere.</summary>
    /// <param name="from">Degrees.</param>
    /// <param name="to">Degrees.</param>
    /// <returns>Metres, 0 to half way around the Earth; not a number where a coordinate is none.</returns>
    public static double GreatCircleDistance(LatLng from, LatLng to)
    {
        var (lat, lng) = (
            Math.Sin(0.5 * (to.Latitude - from.Latitude) * LatLng.DegreesToRadians),
            Math.Sin(0.5 * (to.Longitude - from.Longitude) * LatLng.DegreesToRadians)
        );
        var a =
            (lat * lat) + (Math.Cos(from.Latitude * LatLng.DegreesToRadians) * Math.Cos(to.Latitude * LatLng.DegreesToRadians) * lng * lng);
        return 2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }

    /// <summary>How many cells a resolution has.</summary>
    /// <param name="resolution">0 to 15.</param>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15.</exception>
    public static long GetNumCells(int resolution)
    {
        CheckResolution(resolution);
        return 2 + (120 * PowersOfSeven[resolution]);
    }

    /// <summary>The mean area of a resolution's hexagons.</summary>
    /// <param name="resolution">0 to 15.</param>
    /// <returns>Square kilometres.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15.</exception>
    public static double GetHexagonAreaAvgKm2(int resolution)
    {
        CheckResolution(resolution);
        return ResolutionTable.HexagonAreaKm2[resolution];
    }

    /// <summary>The mean length of the sides of a resolution's hexagons.</summary>
    /// <param name="resolution">0 to 15.</param>
    /// <returns>Metres.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15.</exception>
    public static double GetHexagonEdgeLengthAvgM(int resolution)
    {
        CheckResolution(resolution);
        return ResolutionTable.EdgeLengthMetres[resolution];
    }

    /// <summary>The area of a cell on H3's sphere, its sides taken as great circles.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <returns>Square kilometres.</returns>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    public static double CellAreaKm2(H3Index cell) => CellAreaRads2(cell) * (EarthRadiusMetres * 1e-3) * (EarthRadiusMetres * 1e-3);

    /// <summary>The area of a cell on H3's sphere, its sides taken as great circles.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <returns>Square metres.</returns>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    public static double CellAreaM2(H3Index cell) => CellAreaRads2(cell) * EarthRadiusMetres * EarthRadiusMetres;

    /// <summary>The solid angle of a cell, its sides taken as great circles.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <returns>Steradians.</returns>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    public static double CellAreaRads2(H3Index cell)
    {
        CheckCell(cell);
        Span<Vec3> points = stackalloc Vec3[Outline.MaxPoints];
        points = points[..Outline.Write(cell.Value, points)];
        foreach (ref var point in points)
        {
            point = point.Unit();
        }

        return SphereArea.Of(Projection.Centre(cell.Value).Unit(), points);
    }

    /// <summary>The length of the side that two neighbours share.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <param name="other">A neighbour of it.</param>
    /// <param name="metres">Metres on H3's sphere; 0 where this returns false.</param>
    /// <returns>Whether the two share a side.</returns>
    /// <exception cref="ArgumentException">An index is not a cell, or the resolutions differ.</exception>
    public static bool TryEdgeLength(H3Index cell, H3Index other, out double metres)
    {
        CheckSameResolution(cell, other);
        metres = 0;
        Span<ulong> around = stackalloc ulong[6];
        var side = around[..Neighbours.Write(cell.Value, around)].IndexOf(other.Value);
        if (side < 0)
        {
            return false;
        }

        Span<Vec3> points = stackalloc Vec3[Outline.MaxPoints];
        Span<int> starts = stackalloc int[7];
        _ = Outline.WriteSides(cell.Value, points, starts);
        for (var n = starts[side]; n < starts[side + 1]; n++)
        {
            metres +=
                EarthRadiusMetres * points[n].Unit().AngleTo(points[n + 1 == starts[Outline.SideCount(cell.Value)] ? 0 : n + 1].Unit());
        }

        return true;
    }

    /// <summary>The twelve pentagons of a resolution, ascending.</summary>
    /// <param name="resolution">0 to 15.</param>
    /// <param name="destination">Takes 12 cells.</param>
    /// <returns>12.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not 0 to 15.</exception>
    /// <exception cref="ArgumentException">There is too little room.</exception>
    public static int GetPentagons(int resolution, Span<H3Index> destination)
    {
        CheckResolution(resolution);
        CheckRoom<H3Index>(destination, 12);
        var count = 0;
        for (var baseCell = 0; baseCell < 122; baseCell++)
        {
            if (Digits.IsPentagonBase(baseCell))
            {
                destination[count++] = new H3Index(Digits.Compose(resolution, baseCell, 0));
            }
        }

        return count;
    }

    /// <summary>The cells of resolution 0, ascending.</summary>
    /// <param name="destination">Takes 122 cells.</param>
    /// <returns>122.</returns>
    /// <exception cref="ArgumentException">There is too little room.</exception>
    public static int GetRes0Cells(Span<H3Index> destination)
    {
        CheckRoom<H3Index>(destination, 122);
        for (var baseCell = 0; baseCell < 122; baseCell++)
        {
            destination[baseCell] = new H3Index(Digits.Compose(0, baseCell, 0));
        }

        return 122;
    }
}
