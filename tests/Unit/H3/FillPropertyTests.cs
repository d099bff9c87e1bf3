using Burgernet.H3;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.H3;

public sealed class FillPropertyTests
{
    /// <summary>A concave star with a hole, some cells across, about a place.</summary>
    private static Gen<(LatLng About, int Resolution, GeoPolygon Polygon)> Shapes(Gen<LatLng> places) =>
        Gen.Select(places.Where(p => Math.Abs(p.Latitude) < 80), Gen.Int[3, 11], Gen.Double[0.3, 5], Gen.Int[3, 24], Gen.Int[0, 1_000_000])
            .Select(
                (about, resolution, cells, corners, seed) => (about, resolution, Star(about, cells * Spacing(resolution), corners, seed))
            );

    [Fact]
    public void PolygonToCells_OnRandomConcavePolygonsWithHoles_EqualsBruteForce() =>
        Shapes(Places.All).Sample(shape => AssertAsBruteForce(shape.About, shape.Resolution, shape.Polygon), iter: 500, threads: 1);

    [Fact]
    public void PolygonToCells_OnEveryIcosahedronEdge_EqualsBruteForce()
    {
        for (var edge = 0; edge < 30; edge++)
        {
            var (from, to) = Places.Edges[edge];
            Shapes(Gen.Double[0, 1].Select(share => Places.Between(from, to, share)))
                .Sample(shape => AssertAsBruteForce(shape.About, shape.Resolution, shape.Polygon), iter: 16, threads: 1);
        }
    }

    [Fact]
    public void PolygonToCells_AroundEveryPentagon_EqualsBruteForce()
    {
        foreach (var vertex in Places.Vertices)
        {
            Shapes(Gen.Select(Gen.Double[-4, -1], Gen.Double[0, 360], (size, bearing) => Places.Off(vertex, Math.Pow(10, size), bearing)))
                .Sample(shape => AssertAsBruteForce(shape.About, shape.Resolution, shape.Polygon), iter: 20, threads: 1);
        }
    }

    [Theory]
    [InlineData(75, 3)]
    [InlineData(-81.5, 4)]
    [InlineData(12, 2)]
    public void PolygonToCells_OfARingAroundAPole_TakesTheCap(double latitude, int resolution)
    {
        LatLng[] ring = [.. Enumerable.Range(0, 36).Select(n => new LatLng(latitude, (n * 10) - 175.0))];
        var all = H3Grid.UncompactCells(Res0(), resolution);
        bool Beyond(double at) => latitude > 0 ? at > latitude : at < latitude;
        var polygon = new GeoPolygon(ring);
        Assert.Equal(
            all.Where(c => Beyond(H3Grid.CellToLatLng(c).Latitude)),
            H3Grid.PolygonToCells(polygon, resolution, ContainmentMode.Center)
        );
        Assert.Equal(
            all.Where(c => H3Grid.CellToBoundary(c).All(p => Beyond(p.Latitude))),
            H3Grid.PolygonToCells(polygon, resolution, ContainmentMode.Full)
        );
        Assert.Equal(
            all.Where(c => H3Grid.CellToBoundary(c).Any(p => Beyond(p.Latitude))),
            H3Grid.PolygonToCells(polygon, resolution, ContainmentMode.Overlapping)
        );
    }

    [Fact]
    public void PolygonToCells_AcrossTheAntimeridian_EqualsTheSameShapeFromEitherSide()
    {
        LatLng[] wrapped = [new(-20, 170), new(-20, -170), new(10, -165), new(10, 175)];
        LatLng[] beyond = [new(-20, 170), new(-20, 190), new(10, 195), new(10, 175)];
        foreach (var mode in Enum.GetValues<ContainmentMode>())
        {
            var cells = H3Grid.PolygonToCells(new GeoPolygon(wrapped), 3, mode);
            Assert.NotEmpty(cells);
            Assert.Equal(cells, H3Grid.PolygonToCells(new GeoPolygon(beyond), 3, mode));
        }
    }

    [Fact]
    public void TryPolygonToCells_WithTooLittleRoom_TellsHowMuchIsNeeded()
    {
        var polygon = Star(new LatLng(52, 5), 0.3, 9, 1);
        var cells = H3Grid.PolygonToCells(polygon, 8, ContainmentMode.Overlapping);
        Assert.False(H3Grid.TryPolygonToCells(polygon, 8, ContainmentMode.Overlapping, new H3Index[3], out var needed));
        Assert.Equal(cells.Length, needed);
        var room = new H3Index[needed];
        Assert.True(H3Grid.TryPolygonToCells(polygon, 8, ContainmentMode.Overlapping, room, out var written));
        Assert.Equal(cells, room[..(int)written]);
    }

    /// <summary>The corner lies in the bend of a side some 150 km long, 100 m beyond the cell's outline; h3-js takes the cell as well.</summary>
    [Fact]
    public void PolygonToCells_OfAFirstCornerInACellsBend_TakesTheCell()
    {
        LatLng[] ring =
        [
            new(50.835318629832265, -139.3204917106374),
            new(51.40548344157928, -143.757036642723),
            new(49.83068926902848, -145.83948183925128),
            new(48.267694966782535, -140.63521637944206),
        ];
        var cell = H3Grid.LatLngToCell(ring[0], 2);
        Assert.Contains(cell, H3Grid.PolygonToCells(new GeoPolygon(ring), 2, ContainmentMode.Overlapping));
        Assert.DoesNotContain(cell, H3Grid.PolygonToCells(new GeoPolygon(ring), 2, ContainmentMode.Full));
    }

    [Fact]
    public void PolygonToCells_OfAHoleWithinOneCell_LeavesThatCellOutOfFullOnly()
    {
        var cell = H3Grid.LatLngToCell(new LatLng(52, 5), 7);
        var centre = H3Grid.CellToLatLng(cell);
        var polygon = new GeoPolygon(Circle(centre, 0.1), Circle(centre, 1e-4));
        Assert.DoesNotContain(cell, H3Grid.PolygonToCells(polygon, 7, ContainmentMode.Center));
        Assert.DoesNotContain(cell, H3Grid.PolygonToCells(polygon, 7, ContainmentMode.Full));
        Assert.Contains(cell, H3Grid.PolygonToCells(polygon, 7, ContainmentMode.Overlapping));
    }

    [Fact]
    public void CircleToCells_EveryMode_EqualsBruteForce() =>
        Gen.Select(Places.All, Gen.Int[2, 11], Gen.Double[0, 5])
            .Sample(
                (center, resolution, cells) =>
                {
                    var radius = cells * Spacing(resolution) * Math.PI / 180 * H3Grid.EarthRadiusMetres;
                    var candidates = H3Grid.GridDisk(H3Grid.LatLngToCell(center, resolution), 12);
                    var home = H3Grid.LatLngToCell(center, resolution);
                    double ToCentre(H3Index c) => H3Grid.GreatCircleDistance(center, H3Grid.CellToLatLng(c));

                    // Sides are sampled: a point of the sample within means within.
                    double Nearest(H3Index c) =>
                        H3Grid
                            .CellToBoundary(c)
                            .Append(H3Grid.CellToBoundary(c)[0])
                            .Pairwise()
                            .SelectMany(s => Enumerable.Range(0, 40).Select(n => Places.Between(s.A, s.B, n / 40.0)))
                            .Min(p => H3Grid.GreatCircleDistance(center, p));
                    double Farthest(H3Index c) => H3Grid.CellToBoundary(c).Max(p => H3Grid.GreatCircleDistance(center, p));
                    Assert.Equal(
                        candidates.Where(c => ToCentre(c) <= radius).Order(),
                        H3Grid.CircleToCells(center, radius, resolution, ContainmentMode.Center)
                    );
                    Assert.Equal(
                        candidates.Where(c => Farthest(c) <= radius).Order(),
                        H3Grid.CircleToCells(center, radius, resolution, ContainmentMode.Full)
                    );
                    var overlapping = H3Grid.CircleToCells(center, radius, resolution, ContainmentMode.Overlapping);
                    Assert.Contains(home, overlapping);
                    Assert.Subset(overlapping.ToHashSet(), candidates.Where(c => Nearest(c) < radius).ToHashSet());
                    Assert.All(overlapping, c => Assert.True(c == home || Nearest(c) < radius + (0.01 * Spacing(resolution) * 111_195)));
                },
                iter: 60,
                threads: 1
            );

    /// <summary>Degrees between neighbouring centres, about.</summary>
    private static double Spacing(int resolution) => H3Grid.GetHexagonEdgeLengthAvgM(resolution) * Math.Sqrt(3) / 111_195;

    private static GeoPolygon Star(LatLng about, double degrees, int corners, int seed)
    {
        var random = new Random(seed);
        var stretch = 1 / Math.Cos(about.Latitude * Math.PI / 180);
        LatLng[] Ring(double least, double most) =>
            [
                .. Enumerable
                    .Range(0, corners)
                    .Select(n =>
                    {
                        var (sin, cos) = Math.SinCos(2 * Math.PI * (n + (0.8 * random.NextDouble())) / corners);
                        var radius = degrees * (least + ((most - least) * random.NextDouble()));
                        return new LatLng(
                            about.Latitude + (radius * sin),
                            Math.IEEERemainder(about.Longitude + (radius * cos * stretch), 360)
                        );
                    }),
            ];
        return new GeoPolygon(Ring(0.35, 1), Ring(0.05, 0.15));
    }

    private static LatLng[] Circle(LatLng about, double degrees) =>
        [.. Enumerable.Range(0, 32).Select(n => Places.Off(about, degrees, n * 11.25))];

    private static H3Index[] Res0()
    {
        var cells = new H3Index[122];
        _ = H3Grid.GetRes0Cells(cells);
        return cells;
    }

    private static void AssertAsBruteForce(LatLng about, int resolution, GeoPolygon polygon)
    {
        var candidates = H3Grid.GridDisk(H3Grid.LatLngToCell(about, resolution), 10);
        foreach (var mode in Enum.GetValues<ContainmentMode>())
        {
            var expected = BruteForce.Fill(about, polygon, candidates, mode);
            var cells = H3Grid.PolygonToCells(polygon, resolution, mode);
            Assert.True(
                expected.AsSpan().SequenceEqual(cells),
                $"{mode} at {resolution} about {about}: missing {string.Join(' ', expected.Except(cells))}, extra {string.Join(' ', cells.Except(expected))}"
            );
        }
    }
}
