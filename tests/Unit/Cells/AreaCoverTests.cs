using Burgernet.Cells;
using Burgernet.Grains.Cells;
using Burgernet.H3;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Cells;

public sealed class AreaCoverTests
{
    private static readonly GeoPoint Deventer = new(52.2512, 6.1599);

    private static readonly Gen<GeoPoint> Around = Gen.Select(
        Gen.Double[-0.06, 0.06],
        Gen.Double[-0.09, 0.09],
        (north, east) => new GeoPoint(Deventer.Latitude + north, Deventer.Longitude + east)
    );

    private static readonly Gen<Area> SomeCircle = Gen.Select(
        Around,
        Gen.Double[1, 5_000],
        (center, radius) => (Area)new CircleArea(center, radius)
    );

    private static readonly Gen<AreaPolygon> SomeStar = Gen.Select(
        Around,
        Gen.Double[0.1, 1].Array[3, 30],
        Gen.Bool,
        (center, radii, hole) => new AreaPolygon(Star(center, 0.04, radii), hole ? [Star(center, 0.01, radii)] : [])
    );

    private static readonly Gen<Area> SomePolygons = SomeStar.Array[1, 3].Select(parts => (Area)new PolygonArea(parts));

    private static readonly Gen<Area> SomeCells = Around.Array[1, 30].Select(points => (Area)new CellsArea([.. points.Select(CellOf)]));

    private static readonly Gen<Area> SomeArea = Gen.OneOf(
        SomeCircle,
        SomePolygons,
        SomeCells,
        Gen.Select(SomePolygons, SomeCircle, (of, without) => (Area)new AreaWithout(of, without)),
        Gen.Select(SomeCircle, SomeCells, (of, without) => (Area)new AreaWithout(of, without))
    );

    /// <summary>The point of it all: looking at points on border cells only finds exactly those whom looking at every point finds.</summary>
    [Fact]
    public void Cover_AnyAreaAndPeople_TellsThemApartAsTheAreaItselfDoes() =>
        Gen.Select(SomeArea, Around.Array[200])
            .Sample(
                (area, points) =>
                {
                    var cover = AreaCover.Of(area);
                    foreach (var point in points.Where(point => !IsOnAnEdge(area, point)))
                    {
                        var cell = CellOf(point);
                        var byCell = cover.Touches(cell) && (cover.IsWhole(cell) || area.Contains(point));
                        Assert.True(area.Contains(point) == byCell, $"{area.GetType().Name}: {byCell} by its cell {cell:x}");
                    }
                },
                iter: 300
            );

    [Fact]
    public void ByRegion_AnyArea_HasEachCellOnceInItsRegion() =>
        SomeArea.Sample(
            area =>
            {
                var cover = AreaCover.Of(area);
                var regions = cover.ByRegion();
                var whole = regions.SelectMany(region => region.Whole.ToSlots().Select(slot => CellMask.CellAt(region.Region, slot)));
                var border = regions.SelectMany(region => region.Border.ToSlots().Select(slot => CellMask.CellAt(region.Region, slot)));
                Assert.All(whole, cell => Assert.True(cover.IsWhole(cell)));
                Assert.All(border, cell => Assert.False(cover.IsWhole(cell)));
                Assert.Equal(cover.Cells.ToArray(), whole.Concat(border).Order());
                Assert.Equal(cover.Count, regions.Sum(region => region.Cells));
                Assert.Equal(regions.Count, regions.Select(region => region.Region).Distinct().Count());
            },
            iter: 100
        );

    [Fact]
    public void Cells_NotOfResolution8_AreRefused()
    {
        var coarse = H3Grid.LatLngToCell(new LatLng(52, 6), 7).Value;
        Assert.Throws<ArgumentException>(() => AreaCover.Of(new CellsArea([CellOf(Deventer), coarse])));
        Assert.Throws<ArgumentException>(() => AreaCover.Of(new CellsArea([17])));
    }

    [Fact]
    public void Circle_WithinOneCell_HasABorderAndNoWholeCell()
    {
        var cover = AreaCover.Of(new CircleArea(Deventer, 10));
        Assert.InRange(cover.Count, 1, 3);
        Assert.All(cover.Cells.ToArray(), cell => Assert.False(cover.IsWhole(cell)));
    }

    private static GeoPoint[] Star(GeoPoint center, double degrees, double[] radii) =>
        [
            .. radii.Select(
                (radius, i) =>
                {
                    var (sin, cos) = Math.SinCos(i * Math.Tau / radii.Length);
                    return new GeoPoint(center.Latitude + (degrees * radius * sin), center.Longitude + (1.5 * degrees * radius * cos));
                }
            ),
        ];

    private static ulong CellOf(GeoPoint point) =>
        H3Grid.LatLngToCell(new LatLng(point.Latitude, point.Longitude), CellMask.CellResolution).Value;

    /// <summary>Within a centimetre or so of an edge, where straight lines and great circles may disagree.</summary>
    private static bool IsOnAnEdge(Area area, GeoPoint point)
    {
        const double Step = 1.5e-7;
        var here = area.Contains(point);
        return new (double North, double East)[] { (Step, 0), (-Step, 0), (0, Step), (0, -Step) }.Any(step =>
            area.Contains(new GeoPoint(point.Latitude + step.North, point.Longitude + step.East)) != here
        );
    }
}
