using Burgernet.Silo.Borders;
using Burgernet.TestKit;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using Xunit;

namespace Burgernet.Tests.Unit.Borders;

public sealed class BorderShapesTests
{
    private static readonly GeometryFactory Factory = new();

    [Fact]
    public void Shapes_OfSmallBorders_AreTheseWithTheOuterRingAnticlockwise()
    {
        var clockwise = Factory.CreatePolygon([new(6, 52), new(6, 53), new(7, 53), new(7, 52), new(6, 52)]);
        var island = Factory.CreatePolygon([new(5, 52), new(5.1234567, 52), new(5, 53), new(5, 52)]);
        var shape = Assert.Single(BorderShapes.Of([new("GM1", "Een", clockwise), new("GM1", "Een", island)]));

        Assert.Equal([6, 52, 7, 52, 7, 53, 6, 53, 6, 52], shape.Polygons[0][0]);
        Assert.Equal([5, 52, 5.12346, 52, 5, 53, 5, 52], shape.Polygons[1][0]);
    }

    [Fact]
    public void Shapes_OfManyPoints_AreFewAndNeighboursShareTheirBorder()
    {
        var border = Enumerable.Range(0, 40_001).Select(i => new Coordinate(6 + (0.001 * Math.Sin(i)), 52 + (i / 40_000.0))).ToArray();
        var west = Factory.CreatePolygon([.. border, new(5, 53), new(5, 52), border[0]]);
        var east = Factory.CreatePolygon([.. border, new(7, 53), new(7, 52), border[0]]);
        var shapes = BorderShapes.Of([new("W", "West", west), new("E", "Oost", east)]);

        Assert.InRange(shapes.Sum(shape => shape.Polygons[0][0].Length / 2), 8, BorderShapes.MostPoints);
        Assert.Equal(Middle(shapes[0].Polygons[0][0]), Middle(shapes[1].Polygons[0][0]));
        Assert.True(Orientation.IsCCW(Coordinates(shapes[0].Polygons[0][0])));
    }

    [Fact]
    public void Shapes_OfTheCountry_AreAllThereAndSmall()
    {
        using var folder = new TemporaryFolder();
        var areas = BorderFile.Read(SharedBorders.Municipalities(folder));
        var shapes = BorderShapes.Of(areas);

        Assert.Equal(
            areas.Select(area => area.Code).ToHashSet(StringComparer.Ordinal),
            shapes.Select(shape => shape.Code).ToHashSet(StringComparer.Ordinal)
        );
        Assert.All(shapes, shape => Assert.NotEmpty(shape.Polygons));
        Assert.InRange(
            shapes.Sum(shape => shape.Polygons.Sum(polygon => polygon.Sum(ring => ring.Length / 2))),
            1,
            BorderShapes.MostPoints
        );
    }

    private static HashSet<Coordinate> Middle(double[] ring) => [.. Coordinates(ring).Where(point => point.X is > 5.5 and < 6.5)];

    private static Coordinate[] Coordinates(double[] ring) => [.. ring.Chunk(2).Select(pair => new Coordinate(pair[0], pair[1]))];
}
