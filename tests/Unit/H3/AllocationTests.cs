using Burgernet.H3;
using Xunit;

namespace Burgernet.Tests.Unit.H3;

public sealed class AllocationTests
{
    private static readonly LatLng Place = new(52.255, 6.1639);
    private static readonly H3Index Cell = H3Grid.LatLngToCell(Place, 8);
    private static readonly H3Index Pentagon = Places.Pentagons(8)[3];
    private static readonly H3Index[] Room = new H3Index[20_000];

    [Fact]
    public void PointsAndCells_OnSpans_AllocateNothing()
    {
        var points = new LatLng[H3Grid.MaxBoundaryPoints];
        var faces = new int[5];
        var text = new char[H3Index.MaxLength];
        AssertFree(() => H3Grid.LatLngToCell(Place, 8));
        AssertFree(() => H3Grid.CellToLatLng(Cell));
        AssertFree(() => H3Grid.CellToBoundary(Cell, points));
        AssertFree(() => H3Grid.CellToBoundary(Pentagon, points));
        AssertFree(() => H3Grid.GetIcosahedronFaces(Pentagon, faces));
        AssertFree(() => H3Grid.CellAreaKm2(Cell));
        AssertFree(() => H3Grid.CellToParent(Cell, 3));
        AssertFree(() => H3Grid.CellToChildren(Cell, 11, Room));
        AssertFree(() => H3Grid.ChildPosToCell(H3Grid.CellToChildPos(Cell, 3), H3Grid.CellToParent(Cell, 3), 8));
        AssertFree(() => Cell.TryFormat(text, out _) && H3Index.TryParse(text.AsSpan(0, 15), out _));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(20)]
    public void GridDisk_IntoACallersSpan_AllocatesNothing(int k)
    {
        var distances = new int[H3Grid.MaxGridDiskSize(k)];
        AssertFree(() => H3Grid.GridDisk(Cell, k, Room));
        AssertFree(() => H3Grid.GridDiskDistances(Cell, k, Room, distances));
        AssertFree(() => H3Grid.GridRing(Cell, k, Room));
        AssertFree(() => H3Grid.GridDisk(Pentagon, k, Room));
        AssertFree(() => H3Grid.GridRing(Pentagon, k, Room));
    }

    [Fact]
    public void NeighboursAndDistances_AllocateNothing()
    {
        AssertFree(() => H3Grid.GetNeighbors(Cell, Room));
        AssertFree(() => H3Grid.AreNeighborCells(Cell, Cell));
        AssertFree(() => H3Grid.TryGridDistance(Cell, Pentagon, out _));
        AssertFree(() => H3Grid.GreatCircleDistance(Place, default));
    }

    [Fact]
    public void FillsAndSets_IntoACallersSpan_AllocateNothing()
    {
        LatLng[] ring = [.. Enumerable.Range(0, 40).Select(n => Places.Off(Place, n % 2 == 0 ? 0.1 : 0.2, n * 9.0))];
        var polygon = new GeoPolygon(ring);
        var cells = H3Grid.PolygonToCells(polygon, 8, ContainmentMode.Center);
        foreach (var mode in Enum.GetValues<ContainmentMode>())
        {
            AssertFree(() => H3Grid.TryPolygonToCells(polygon, 8, mode, Room, out _));
            AssertFree(() => H3Grid.TryCircleToCells(Place, 5_000, 8, mode, Room, out _));
        }

        AssertFree(() => H3Grid.CompactCells(cells, Room));
        AssertFree(() => H3Grid.TryExpandRing(cells, Room, out _));
    }

    private static void AssertFree<T>(Func<T> work)
    {
        // Twice before: statics are made and pools filled then. Some tries, because a collection may empty the pools meanwhile.
        _ = work();
        _ = work();
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 5 && least > 0; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var n = 0; n < 20; n++)
            {
                _ = work();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }
}
