using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Burgernet.Cells;
using Burgernet.H3;

namespace Burgernet.Api.Cells;

/// <summary>Reads cells: <c>{"cells":["881969b211fffff"]}</c>, H3 indexes of resolution 8 as H3 writes them.</summary>
internal static class CellsReader
{
    public const string Name = "cells";

    public static AreaReading? Read(JsonFields fields, string area, ApiOptions limits, ProblemSink problems)
    {
        var names = fields.Texts(Name);
        if (names.Count == 0)
        {
            problems.Add(AreaReasons.Empty, fields.PathOf(Name));
        }
        else if (names.Count > limits.MaxAreaPoints)
        {
            problems.Add(AreaReasons.TooManyCells, fields.PathOf(Name));
        }

        var cells = new HashSet<ulong>();
        for (var i = 0; i < names.Count && problems.First is null; i++)
        {
            if (CellOf(names[i]) is { } cell)
            {
                cells.Add(cell);
            }
            else
            {
                problems.Add(AreaReasons.NotACell, $"{fields.PathOf(Name)}.{i}", CellMask.CellResolution);
            }
        }

        if (problems.First is not null)
        {
            return null;
        }

        var whole = new CellsArea([.. cells.Order()]);
        if (SphereArea.Of(whole) > limits.MaxAreaSquareKilometres)
        {
            problems.Add(AreaReasons.TooLarge, area, limits.MaxAreaSquareKilometres);
            return null;
        }

        return new AreaReading(whole, Middle(whole.Cells));
    }

    private static ulong? CellOf(string name) =>
        H3Index.TryParse(name, out var index) && index is { IsValid: true, Resolution: CellMask.CellResolution } ? index.Value : null;

    /// <summary>The centre of the cell that lies nearest to the middle of all: a mean of points by itself may lie beside every cell.</summary>
    private static GeoPoint Middle(ulong[] cells)
    {
        var centers = Array.ConvertAll(cells, CenterOf);

        // As vectors, so that 180 degrees east and west are the same place.
        var (x, y, z) = (0.0, 0.0, 0.0);
        foreach (var center in centers)
        {
            var (latitude, longitude) = (double.DegreesToRadians(center.Latitude), double.DegreesToRadians(center.Longitude));
            x += Math.Cos(latitude) * Math.Cos(longitude);
            y += Math.Cos(latitude) * Math.Sin(longitude);
            z += Math.Sin(latitude);
        }

        var middle = new GeoPoint(
            double.RadiansToDegrees(Math.Atan2(z, Math.Sqrt((x * x) + (y * y)))),
            double.RadiansToDegrees(Math.Atan2(y, x))
        );
        return centers.MinBy(middle.DistanceTo);
    }

    private static GeoPoint CenterOf(ulong cell)
    {
        var center = H3Grid.CellToLatLng(new H3Index(cell));
        return new GeoPoint(center.Latitude, center.Longitude);
    }
}
