using Burgernet.Cells;
using Burgernet.H3;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Cells;

public sealed class CellMaskTests
{
    private static readonly Gen<H3Index> AnyRegion = Gen.Select(
        Gen.Double[-90, 90],
        Gen.Double[-180, 180],
        (latitude, longitude) => H3Grid.LatLngToCell(new LatLng(latitude, longitude), CellMask.RegionResolution)
    );

    [Fact]
    public void Slots_OfARegion_AreItsChildren() =>
        AnyRegion.Sample(
            region =>
            {
                var children = H3Grid.CellToChildren(region, CellMask.CellResolution);
                foreach (var child in children)
                {
                    Assert.Equal(region.Value, CellMask.RegionOf(child.Value));
                    Assert.Equal(child.Value, CellMask.CellAt(region.Value, CellMask.SlotOf(child.Value)));
                    Assert.InRange(CellMask.SlotOf(child.Value), 0, CellMask.Slots - 1);
                }

                Assert.Equal(region.Value, CellMask.RegionOf(region.Value));
            },
            iter: 30
        );

    [Fact]
    public void Mask_SomeCells_HoldsThoseAndNoOthers() =>
        Gen.Select(AnyRegion, Gen.Int[0, CellMask.Slots - 1].Array[0, 40])
            .Sample(
                (region, slots) =>
                {
                    var mask = CellMask.Of([.. slots.Select(slot => CellMask.CellAt(region.Value, slot))]);
                    Assert.Equal(slots.Distinct().Order(), mask.ToSlots());
                    Assert.Equal(slots.Distinct().Count(), mask.Count);
                    Assert.Equal(slots.Length == 0, mask.IsEmpty);
                    Assert.All(Enumerable.Range(0, CellMask.Slots), slot => Assert.Equal(slots.Contains(slot), mask.Holds(slot)));
                },
                iter: 100
            );

    [Fact]
    public void Population_CountedAgain_HasTheNewCountsAndKeepsTheOthers()
    {
        var region = H3Grid.LatLngToCell(new LatLng(52.25, 6.16), CellMask.RegionResolution).Value;
        ulong[] cells = [CellMask.CellAt(region, 3), CellMask.CellAt(region, 100), CellMask.CellAt(region, 342)];
        var before = RegionPopulation.Of([new(cells[0], 5), new(cells[1], 7)]);
        Assert.Equal((12, 5, 7, 0), (before.Total, before.At(3), before.At(100), before.At(342)));

        var after = before.With([cells[1], cells[2]], [new(cells[2], 2)]);
        Assert.Equal((7, 5, 0, 2), (after.Total, after.At(3), after.At(100), after.At(342)));
        Assert.True(after.With([cells[0], cells[2]], []).IsEmpty);
        Assert.Equal(0, RegionPopulation.None.At(17));
    }
}
