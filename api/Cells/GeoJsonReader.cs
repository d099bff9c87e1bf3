using System.Text.Json;
using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace Burgernet.Api.Cells;

/// <summary>Reads the coordinates of GeoJSON polygons strictly: each problem names the ring or position, and never says where on earth it is.</summary>
/// <param name="maxPoints">How many positions all rings may have together.</param>
/// <param name="problems">Where problems go.</param>
internal sealed class GeoJsonReader(int maxPoints, ProblemSink problems)
{
    private static readonly GeometryFactory Factory = new();
    private int _points;

    /// <summary>A polygon, valid by OGC's rules, or null with the problem.</summary>
    public Polygon? Polygon(JsonElement coordinates, string path)
    {
        if (!IsArray(coordinates, path))
        {
            return null;
        }

        var rings = new List<LinearRing>();
        foreach (var element in coordinates.EnumerateArray())
        {
            if (Ring(element, $"{path}[{rings.Count}]") is not { } ring)
            {
                return null;
            }

            rings.Add(ring);
        }

        if (rings.Count == 0)
        {
            problems.Add(AreaReasons.Empty, path);
            return null;
        }

        var shell = rings[0];
        if (!(Factory.CreatePolygon(shell).Area > 0))
        {
            // On one line, or a figure of eight whose halves cancel out.
            problems.Add(shell.ConvexHull().Area > 0 ? AreaReasons.SelfCrossing : AreaReasons.Empty, path);
            return null;
        }

        var polygon = Factory.CreatePolygon(shell, [.. rings.Skip(1)]);
        return IsValid(polygon, path) ? polygon : null;
    }

    /// <summary>Polygons that do not overlap, or null with the problem.</summary>
    public MultiPolygon? MultiPolygon(JsonElement coordinates, string path)
    {
        if (!IsArray(coordinates, path))
        {
            return null;
        }

        var polygons = new List<Polygon>();
        foreach (var element in coordinates.EnumerateArray())
        {
            if (Polygon(element, $"{path}[{polygons.Count}]") is not { } polygon)
            {
                return null;
            }

            polygons.Add(polygon);
        }

        if (polygons.Count == 0)
        {
            problems.Add(AreaReasons.Empty, path);
            return null;
        }

        var all = Factory.CreateMultiPolygon([.. polygons]);
        if (!all.IsValid)
        {
            // Each is valid by itself, so it is between them.
            problems.Add(AreaReasons.PartsOverlap, path);
            return null;
        }

        return all;
    }

    private bool IsValid(Polygon polygon, string path)
    {
        var error = new IsValidOp(polygon).ValidationError;
        if (error is null)
        {
            return true;
        }

        // The error's own text holds the position.
        var reason = error.ErrorType switch
        {
            TopologyValidationErrors.HoleOutsideShell
            or TopologyValidationErrors.NestedHoles
            or TopologyValidationErrors.DisconnectedInteriors
            or TopologyValidationErrors.DuplicateRings => AreaReasons.HoleMisplaced,
            TopologyValidationErrors.TooFewPoints => AreaReasons.Empty,
            _ => AreaReasons.SelfCrossing,
        };
        problems.Add(reason, path);
        return false;
    }

    private LinearRing? Ring(JsonElement element, string path)
    {
        if (!IsArray(element, path))
        {
            return null;
        }

        var length = element.GetArrayLength();
        _points += length;
        if (_points > maxPoints)
        {
            problems.Add(AreaReasons.TooManyPoints, path, maxPoints);
            return null;
        }

        if (length < 4)
        {
            problems.Add(length == 0 ? AreaReasons.Empty : AreaReasons.TooFewPoints, path);
            return null;
        }

        var ring = new Coordinate[length];
        var i = 0;
        foreach (var position in element.EnumerateArray())
        {
            if (Position(position, $"{path}[{i}]") is not { } coordinate)
            {
                return null;
            }

            ring[i++] = coordinate;
        }

        if (!ring[0].Equals2D(ring[^1]))
        {
            problems.Add(AreaReasons.NotClosed, path);
            return null;
        }

        return Factory.CreateLinearRing(ring);
    }

    /// <summary>RFC 7946 §3.1.1: longitude, latitude, and an altitude that does not matter here.</summary>
    private Coordinate? Position(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() is < 2 or > 3)
        {
            problems.Add(AreaReasons.NotAPosition, path);
            return null;
        }

        var longitude = JsonFields.NumberOf(element[0], $"{path}[0]", problems);
        var latitude = JsonFields.NumberOf(element[1], $"{path}[1]", problems);
        return
            longitude is not null
            && latitude is not null
            && PointReader.IsOnEarth(latitude.Value, $"{path}[1]", longitude.Value, $"{path}[0]", problems)
            ? new Coordinate(longitude.Value, latitude.Value)
            : null;
    }

    private bool IsArray(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return true;
        }

        problems.Add(RequestReasons.NotAnArray, path);
        return false;
    }
}
