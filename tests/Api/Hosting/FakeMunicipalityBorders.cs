using Burgernet.Api.Cells;
using NetTopologySuite.Geometries;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>Squares: <c>0150</c> and <c>0193</c> of some 7 km beside each other, and <c>0000</c> too large for any action.</summary>
internal sealed class FakeMunicipalityBorders : IMunicipalityBorders
{
    private static readonly GeometryFactory Factory = new();

    private readonly Dictionary<string, Geometry> _shapes = new(StringComparer.Ordinal)
    {
        ["0150"] = Square(6.1, 0.1),
        ["0193"] = Square(6.0, 0.1),
        ["0000"] = Square(6.0, 1),
    };

    public IReadOnlyList<Geometry> ShapesOf(string code) => _shapes.TryGetValue(code, out var shape) ? [shape] : [];

    private static Polygon Square(double west, double size) =>
        Factory.CreatePolygon([new(west, 52), new(west + size, 52), new(west + size, 52 + size), new(west, 52 + size), new(west, 52)]);
}
