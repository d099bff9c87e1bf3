using Burgernet.Cells;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Cells;

public sealed class AreaTests
{
    private static readonly GeoPoint Deventer = new(52.2661, 6.1552);

    [Fact]
    public void Circle_Edge_Belongs()
    {
        var edge = new GeoPoint(52.27, 6.16);
        var radius = Deventer.DistanceTo(edge);
        Assert.True(new CircleArea(Deventer, radius).Contains(edge));
        Assert.False(new CircleArea(Deventer, radius - 0.001).Contains(edge));
    }

    [Fact]
    public void Distance_KnownPoints_IsTheGreatCircle()
    {
        // A degree of the meridian on a sphere of 6,371,007.18 m: πR/180.
        Assert.Equal(111_195.05, new GeoPoint(52, 6).DistanceTo(new GeoPoint(53, 6)), 0.01);
        Assert.Equal(0, Deventer.DistanceTo(Deventer));
        Assert.Equal(Math.PI * GeoPoint.EarthRadiusMetres, new GeoPoint(0, 0).DistanceTo(new GeoPoint(0, 180)), 0.01);
        Assert.Equal(
            new GeoPoint(52, 6).DistanceTo(new GeoPoint(52, 6.01)),
            new GeoPoint(52, 179.995).DistanceTo(new GeoPoint(52, -179.995)),
            0.001
        );
    }

    /// <summary>Small angles go by series, large ones by the library's functions: both are the haversine formula.</summary>
    [Fact]
    public void Distance_AnyTwoPoints_IsTheHaversineFormula() =>
        Gen.Select(Gen.Double[-89, 89], Gen.Double[-180, 180], Gen.Double[-3.5, 3.5], Gen.Double[-3.5, 3.5], Gen.Bool)
            .Sample(
                (latitude, longitude, north, east, near) =>
                {
                    var scale = near ? 0.01 : 1;
                    var from = new GeoPoint(latitude, longitude);
                    var to = new GeoPoint(Math.Clamp(latitude + (scale * north), -90, 90), longitude + (scale * east));
                    var expected = Haversine(from, to);
                    Assert.Equal(expected, from.DistanceTo(to), 1e-9 + (expected * 1e-12));
                },
                iter: 20_000
            );

    [Fact]
    public void Polygon_RectangleWithHole_HoldsItsInsideWithoutTheHole()
    {
        var polygon = new AreaPolygon(Rectangle(0, 0, 10, 10), [Rectangle(4, 4, 6, 6)]);
        Assert.True(polygon.Contains(new GeoPoint(1, 1)));
        Assert.True(polygon.Contains(new GeoPoint(5, 7)));
        Assert.False(polygon.Contains(new GeoPoint(5, 5)));
        Assert.False(polygon.Contains(new GeoPoint(11, 5)));
        Assert.False(polygon.Contains(new GeoPoint(5, -0.001)));
    }

    [Fact]
    public void Polygon_NotConvex_LeavesOutTheBay()
    {
        // A U, open to the north.
        var polygon = new AreaPolygon([new(0, 0), new(0, 9), new(9, 9), new(9, 6), new(3, 6), new(3, 3), new(9, 3), new(9, 0)], []);
        Assert.True(polygon.Contains(new GeoPoint(8, 1)));
        Assert.True(polygon.Contains(new GeoPoint(8, 8)));
        Assert.True(polygon.Contains(new GeoPoint(1, 4.5)));
        Assert.False(polygon.Contains(new GeoPoint(8, 4.5)));
    }

    [Fact]
    public void PolygonArea_Parts_IsTheirUnion()
    {
        var area = new PolygonArea([new AreaPolygon(Rectangle(0, 0, 2, 2), []), new AreaPolygon(Rectangle(5, 5, 7, 7), [])]);
        Assert.True(area.Contains(new GeoPoint(1, 1)));
        Assert.True(area.Contains(new GeoPoint(6, 6)));
        Assert.False(area.Contains(new GeoPoint(3, 3)));
    }

    /// <summary>Against the other usual way to tell: how often the ring winds around the point.</summary>
    [Fact]
    public void Polygon_AnyStarShape_AgreesWithTheWindingNumber() =>
        Gen.Select(Gen.Double[0.2, 1].Array[3, 12], Gen.Select(Gen.Double[-1.2, 1.2], Gen.Double[-1.2, 1.2]).Array[20], Gen.Bool)
            .Sample(
                (radii, offsets, clockwise) =>
                {
                    var ring = radii
                        .Select((radius, i) => Math.Tau * (clockwise ? -i : i) / radii.Length is var angle ? At(radius, angle) : default)
                        .ToArray();
                    var polygon = new AreaPolygon(ring, []);
                    foreach (var (north, east) in offsets)
                    {
                        var point = new GeoPoint(52 + north, 6 + east);
                        if (!IsNearEdge(ring, point))
                        {
                            Assert.Equal(Math.Abs(Winding(ring, point)) > 0.5, polygon.Contains(point));
                        }
                    }
                }
            );

    /// <summary>Edges are looked up by latitude; that must find what looking at every edge finds, on the corners' own latitudes too.</summary>
    [Fact]
    public void Polygon_ManyPoints_AgreesWithEveryEdgeLookedAt() =>
        Gen.Select(Gen.Double[0.2, 1].Array[3, 400], Gen.Int[0, 399].Array[20], Gen.Double[-1.2, 1.2].Array[20])
            .Sample(
                (radii, corners, offsets) =>
                {
                    GeoPoint[] ring = [.. radii.Select((radius, i) => At(Math.Round(radius, 1), i * Math.Tau / radii.Length))];
                    var polygon = new AreaPolygon(ring, []);
                    foreach (var (corner, offset) in corners.Zip(offsets))
                    {
                        var level = ring[corner % ring.Length].Latitude;
                        foreach (
                            var point in new[]
                            {
                                new GeoPoint(level, 6 + offset),
                                new GeoPoint(52 + offset, 6 + offset),
                                ring[corner % ring.Length],
                            }
                        )
                        {
                            Assert.Equal(EvenOdd(ring, point), polygon.Contains(point));
                        }
                    }
                },
                iter: 200
            );

    [Fact]
    public void Polygon_WithOtherRings_ForgetsTheOldOnes()
    {
        var polygon = new AreaPolygon(Rectangle(0, 0, 1, 1), []);
        Assert.False(polygon.Contains(new GeoPoint(2.5, 2.5)));
        Assert.True((polygon with { Outer = Rectangle(2, 2, 3, 3) }).Contains(new GeoPoint(2.5, 2.5)));
    }

    [Fact]
    public void AreaWithout_Point_IsInTheOneAndNotInTheOther()
    {
        var area = new AreaWithout(new CircleArea(Deventer, 1_000), new CircleArea(Deventer, 500));
        Assert.False(area.Contains(Deventer));
        Assert.True(area.Contains(new GeoPoint(Deventer.Latitude + 0.007, Deventer.Longitude)));
        Assert.False(area.Contains(new GeoPoint(Deventer.Latitude + 0.01, Deventer.Longitude)));
    }

    private static double Haversine(GeoPoint from, GeoPoint to)
    {
        var sinLat = Math.Sin(double.DegreesToRadians(to.Latitude - from.Latitude) / 2);
        var sinLon = Math.Sin(double.DegreesToRadians(to.Longitude - from.Longitude) / 2);
        var cosines = Math.Cos(double.DegreesToRadians(from.Latitude)) * Math.Cos(double.DegreesToRadians(to.Latitude));
        return 2 * GeoPoint.EarthRadiusMetres * Math.Asin(Math.Sqrt((sinLat * sinLat) + (sinLon * sinLon * cosines)));
    }

    private static bool EvenOdd(GeoPoint[] ring, GeoPoint point)
    {
        var inside = false;
        for (var (i, j) = (0, ring.Length - 1); i < ring.Length; j = i++)
        {
            var (a, b) = (ring[i], ring[j]);
            if (
                a.Latitude > point.Latitude != b.Latitude > point.Latitude
                && point.Longitude < ((b.Longitude - a.Longitude) * (point.Latitude - a.Latitude) / (b.Latitude - a.Latitude)) + a.Longitude
            )
            {
                inside = !inside;
            }
        }

        return inside;
    }

    private static GeoPoint At(double radius, double angle) => new(52 + (radius * Math.Sin(angle)), 6 + (radius * Math.Cos(angle)));

    private static bool IsNearEdge(GeoPoint[] ring, GeoPoint point)
    {
        const double Step = 1e-7;
        (double North, double East)[] around = [(Step, 0), (-Step, 0), (0, Step), (0, -Step)];
        var here = Math.Round(Winding(ring, point), 3);
        return Array.Exists(
            around,
            step => Math.Round(Winding(ring, new GeoPoint(point.Latitude + step.North, point.Longitude + step.East)), 3) != here
        );
    }

    private static double Winding(GeoPoint[] ring, GeoPoint point)
    {
        var turned = 0.0;
        for (var i = 0; i < ring.Length; i++)
        {
            var from = Math.Atan2(ring[i].Latitude - point.Latitude, ring[i].Longitude - point.Longitude);
            var next = ring[(i + 1) % ring.Length];
            var to = Math.Atan2(next.Latitude - point.Latitude, next.Longitude - point.Longitude);
            turned += Math.IEEERemainder(to - from, Math.Tau);
        }

        return turned / Math.Tau;
    }

    private static GeoPoint[] Rectangle(double south, double west, double north, double east) =>
        [new(south, west), new(south, east), new(north, east), new(north, west)];
}
