using Burgernet.Cells;
using Burgernet.Grains.Cells;
using Burgernet.H3;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Cells;

public sealed class SelectionPlanTests
{
    private static readonly Gen<GeoPoint> Netherlands = Gen.Select(
        Gen.Double[50.8, 53.5],
        Gen.Double[3.4, 7.2],
        (lat, lon) => new GeoPoint(lat, lon)
    );

    [Theory]
    [InlineData(0, 0)]
    [InlineData(249.99, 0)]
    [InlineData(250, 1)]
    [InlineData(1_000, 4)]
    public void DistanceBand_Metres_IsItsBandOf250(double metres, int band) => Assert.Equal(band, DistanceBand.Of(metres));

    [Fact]
    public void Take_Bands_HandsOutEachCellOnceByRegion()
    {
        var (here, there) = (RegionOf(52.25, 6.16), RegionOf(51.5, 5.5));
        ulong[] cells = [CellMask.CellAt(here, 0), CellMask.CellAt(here, 341), CellMask.CellAt(there, 7), CellMask.CellAt(there, 342)];
        var plan = new SelectionPlan([new(cells[0], 2, false), new(cells[1], 0, true), new(cells[2], 0, false), new(cells[3], 7, true)]);
        Assert.Equal((4, 0, false), (plan.Count, plan.NextBand, plan.Exhausted));

        var first = plan.Take(1);
        Assert.Equal([cells[1], cells[2]], CellsOf(first).Order());
        Assert.Equal([341], first.Single(region => region.Region == here).Whole.ToSlots());
        Assert.Equal([7], first.Single(region => region.Region == there).Border.ToSlots());
        Assert.Equal(2, plan.NextBand);
        Assert.Equal([cells[0], cells[3]], CellsOf(plan.Take(2)).Order());
        Assert.Equal((int.MaxValue, true), (plan.NextBand, plan.Exhausted));
        Assert.Empty(plan.Take(1));
    }

    [Fact]
    public void Plan_NoCells_IsExhausted() => Assert.True(new SelectionPlan([]).Exhausted);

    [Fact]
    public void Reach_AnyPointOfACell_IsNeverBeyondItsTrueBand() =>
        Gen.Select(Netherlands, Netherlands, Gen.Double[-0.02, 0.02], Gen.Double[-0.03, 0.03])
            .Sample(
                (from, far, north, east) =>
                {
                    ShouldNotBeBeyond(from, far);
                    ShouldNotBeBeyond(from, new GeoPoint(from.Latitude + north, from.Longitude + east));
                },
                iter: 5_000
            );

    /// <summary>People at random around an incident: by the time a band is released, everyone of it was read, whichever cell they live in.</summary>
    [Fact]
    public void Plan_AnyPeople_ReadsEveryoneOfABandBeforeItIsReleased() =>
        Gen.Select(Netherlands, Gen.Select(Gen.Double[-0.03, 0.03], Gen.Double[-0.05, 0.05]).Array[1, 60])
            .Sample(
                (from, offsets) =>
                {
                    var people = offsets
                        .Select(offset => new GeoPoint(from.Latitude + offset.Item1, from.Longitude + offset.Item2))
                        .Select(point => (Band: DistanceBand.Of((float)from.DistanceTo(point)), Cell: CellOf(point)))
                        .ToArray();
                    var cells = people.Select(person => person.Cell.Value).Distinct();
                    var plan = new SelectionPlan([
                        .. cells.Select(cell => new CellReach(cell, SelectionPlan.FirstBandOf(cell, new Vantage(from)), false)),
                    ]);
                    var read = new HashSet<ulong>();
                    while (!plan.Exhausted)
                    {
                        read.UnionWith(CellsOf(plan.Take(3)));
                        Assert.All(people.Where(person => person.Band < plan.NextBand), person => Assert.Contains(person.Cell.Value, read));
                    }
                },
                iter: 300
            );

    [Fact]
    public void Cover_AnyPointInTheArea_HasItsCellAmongThem() =>
        Gen.Select(Netherlands, Gen.Double[50, 4_000], Gen.Double[0, 1], Gen.Double[0, 360])
            .Sample(
                (center, radius, share, bearing) =>
                {
                    var area = new CircleArea(center, radius);
                    var point = new GeoPoint(
                        center.Latitude + (share * radius / 111_195 * Math.Cos(bearing)),
                        center.Longitude
                            + (share * radius / 111_195 / Math.Cos(double.DegreesToRadians(center.Latitude)) * Math.Sin(bearing))
                    );
                    if (area.Contains(point))
                    {
                        Assert.Contains(CellOf(point).Value, AreaCover.Of(area).Cells.ToArray());
                    }
                },
                iter: 500
            );

    private static void ShouldNotBeBeyond(GeoPoint from, GeoPoint point)
    {
        var cell = CellOf(point);
        var first = SelectionPlan.FirstBandOf(cell.Value, new Vantage(from));
        Assert.True(
            first <= DistanceBand.Of((float)from.DistanceTo(point)),
            $"cell {cell} says band {first} and holds somebody at {from.DistanceTo(point)} m"
        );
    }

    private static H3Index CellOf(GeoPoint point) =>
        H3Grid.LatLngToCell(new LatLng(point.Latitude, point.Longitude), CellMask.CellResolution);

    private static ulong RegionOf(double latitude, double longitude) =>
        H3Grid.LatLngToCell(new LatLng(latitude, longitude), CellMask.RegionResolution).Value;

    private static IEnumerable<ulong> CellsOf(IReadOnlyList<RegionCover> regions) =>
        regions.SelectMany(region =>
            region.Whole.ToSlots().Concat(region.Border.ToSlots()).Select(slot => CellMask.CellAt(region.Region, slot))
        );
}
