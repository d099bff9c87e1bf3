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
    public void TakeThrough_Bands_HandsOutEachCellOnceByRegion()
    {
        var plan = new SelectionPlan([new(11, 1, 2), new(12, 1, 0), new(13, 2, 0), new(14, 2, 7)]);
        Assert.Equal((4, 0, false), (plan.Count, plan.NextBand, plan.Exhausted));

        var first = plan.TakeThrough(0);
        Assert.Equal([1UL, 2UL], first.Select(region => region.Key));
        Assert.Equal([12UL, 13UL], first.SelectMany(region => region));
        Assert.Equal(2, plan.NextBand);
        Assert.Empty(plan.TakeThrough(1));
        Assert.Equal([11UL], plan.TakeThrough(6).SelectMany(region => region));
        Assert.Equal([14UL], plan.TakeThrough(int.MaxValue).SelectMany(region => region));
        Assert.Equal((int.MaxValue, true), (plan.NextBand, plan.Exhausted));
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
                    var plan = new SelectionPlan(
                        people.Select(person => person.Cell).Distinct().Select(cell => AreaCells.Reach(cell, from))
                    );
                    var read = new HashSet<ulong>();
                    for (var band = 0; !plan.Exhausted; band++)
                    {
                        read.UnionWith(plan.TakeThrough(band).SelectMany(region => region));
                        Assert.All(people.Where(person => person.Band <= band), person => Assert.Contains(person.Cell.Value, read));
                    }

                    Assert.All(people, person => Assert.Contains(person.Cell.Value, read));
                },
                iter: 300
            );

    [Fact]
    public void Overlapping_AnyPointInTheArea_HasItsCellAmongThem() =>
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
                        Assert.Contains(CellOf(point), AreaCells.Overlapping(area));
                    }
                },
                iter: 500
            );

    private static void ShouldNotBeBeyond(GeoPoint from, GeoPoint point)
    {
        var reach = AreaCells.Reach(CellOf(point), from);
        Assert.True(
            reach.FirstBand <= DistanceBand.Of((float)from.DistanceTo(point)),
            $"cell {reach.Cell:x} says band {reach.FirstBand} and holds somebody at {from.DistanceTo(point)} m"
        );
    }

    private static H3Index CellOf(GeoPoint point) =>
        H3Grid.LatLngToCell(new LatLng(point.Latitude, point.Longitude), AreaCells.CellResolution);
}
