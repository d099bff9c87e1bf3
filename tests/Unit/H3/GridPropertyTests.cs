using Burgernet.H3;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.H3;

public sealed class GridPropertyTests
{
    [Fact]
    public void LatLngToCell_OfACellsCentre_IsThatCell() =>
        Places.Cells(0, 15).Sample(cell => H3Grid.LatLngToCell(H3Grid.CellToLatLng(cell), cell.Resolution) == cell, iter: 20_000);

    [Fact]
    public void LatLngToCell_OfAPlace_IsTheCellWhoseCentreIsNearestOrNextToIt() =>
        Gen.Select(Places.All, Gen.Int[0, 15])
            .Sample(
                (at, resolution) =>
                {
                    // The lattice is even on the plane, not on the sphere: the nearest centre is the cell's or a neighbour's.
                    var cell = H3Grid.LatLngToCell(at, resolution);
                    var nearest = H3Grid.GridDisk(cell, 2).MinBy(c => H3Grid.GreatCircleDistance(at, H3Grid.CellToLatLng(c)));
                    return nearest == cell || H3Grid.AreNeighborCells(nearest, cell);
                },
                iter: 3_000
            );

    [Fact]
    public void CellToParent_OfAChild_IsTheCell() =>
        Gen.Select(Places.Cells(0, 15), Gen.Int[0, 4])
            .Sample(
                (cell, finer) =>
                {
                    var resolution = Math.Min(15, cell.Resolution + finer);
                    var children = H3Grid.CellToChildren(cell, resolution);
                    Assert.Equal(H3Grid.CellToChildrenSize(cell, resolution), children.Length);
                    Assert.Contains(H3Grid.CellToCenterChild(cell, resolution), children);
                    for (var n = 0; n < children.Length; n++)
                    {
                        Assert.True(children[n].IsValid && H3Grid.CellToParent(children[n], cell.Resolution) == cell);
                        Assert.Equal(n, H3Grid.CellToChildPos(children[n], cell.Resolution));
                        Assert.Equal(children[n], H3Grid.ChildPosToCell(n, cell, resolution));
                    }
                },
                iter: 300
            );

    [Fact]
    public void GetNeighbors_EveryCell_AreSymmetricAndShareASide() =>
        Places
            .Cells(0, 15)
            .Sample(
                cell =>
                {
                    var around = Around(cell);
                    Assert.Equal(H3Grid.IsPentagon(cell) ? 5 : 6, around.Distinct().Count());
                    Assert.All(around, next => Assert.True(Around(next).Contains(cell) && H3Grid.AreNeighborCells(next, cell)));
                    Assert.False(H3Grid.AreNeighborCells(cell, cell));
                    var sides = around.Sum(next => H3Grid.TryEdgeLength(cell, next, out var metres) ? metres : double.NaN);
                    var boundary = H3Grid.CellToBoundary(cell);
                    var outline = boundary.Append(boundary[0]).Pairwise().Sum(s => H3Grid.GreatCircleDistance(s.A, s.B));
                    Assert.Equal(1, sides / outline, 1e-6);
                },
                iter: 2_000
            );

    [Fact]
    public void GridDisk_IsItsRingsTogether_AndEachRingIsThatFar() =>
        Gen.Select(Places.Cells(0, 15), Gen.Int[0, 6])
            .Sample(
                (cell, k) =>
                {
                    var disk = H3Grid.GridDisk(cell, k);
                    Assert.Equal(disk.Length, disk.Distinct().Count());
                    Assert.Equal(disk.Order(), Enumerable.Range(0, k + 1).SelectMany(n => H3Grid.GridRing(cell, n)).Order());
                    var (cells, distances) = (new H3Index[H3Grid.MaxGridDiskSize(k)], new int[H3Grid.MaxGridDiskSize(k)]);
                    Assert.Equal(disk.Length, H3Grid.GridDiskDistances(cell, k, cells, distances));
                    for (var n = 0; n < disk.Length; n++)
                    {
                        Assert.True(
                            H3Grid.TryGridDistance(cell, cells[n], out var steps) && steps == distances[n],
                            $"{cell} to {cells[n]}"
                        );
                    }
                },
                iter: 600
            );

    [Fact]
    public void GridDisk_ByDigits_EqualsTheDiskByNeighbours() =>
        Gen.Select(Places.Cells(0, 15), Gen.Int[1, 8])
            .Sample((cell, k) => Spread([cell], k).SetEquals(H3Grid.GridDisk(cell, k)), iter: 400);

    [Fact]
    public void TryGridDistance_BetweenAllCellsOfACoarseGrid_IsBreadthFirst()
    {
        foreach (var origin in Places.Pentagons(2).Concat(H3Grid.UncompactCells(Res0(), 2).Where((_, n) => n % 293 == 0)))
        {
            var reached = new HashSet<H3Index> { origin };
            var (rim, steps) = (new HashSet<H3Index> { origin }, 0);
            while (rim.Count > 0)
            {
                foreach (var cell in rim)
                {
                    Assert.True(
                        H3Grid.TryGridDistance(origin, cell, out var found) && found == steps,
                        $"{origin} to {cell}: {steps}, not {found}"
                    );
                }

                rim = [.. rim.SelectMany(Around).Where(reached.Add)];
                steps++;
            }

            Assert.Equal(5882, reached.Count);
        }
    }

    [Fact]
    public void CompactCells_OfAnySet_UncompactsToIt() =>
        Gen.Select(Places.Cells(0, 10), Gen.Int[0, 4], Gen.Double[0.5, 1], Gen.Int[0, 1_000_000])
            .Sample(
                (cell, finer, share, seed) =>
                {
                    var random = new Random(seed);
                    H3Index[] cells = [.. H3Grid.CellToChildren(cell, cell.Resolution + finer).Where(_ => random.NextDouble() <= share)];
                    H3Index[] shuffled = [.. cells];
                    random.Shuffle(shuffled);
                    var compacted = H3Grid.CompactCells(shuffled);
                    Assert.True(compacted.Length <= cells.Length);
                    Assert.Equal(cells, H3Grid.UncompactCells(compacted, cell.Resolution + finer));

                    // Nothing is left to compact: no parent has all its children in the set.
                    var families = compacted.Where(c => c.Resolution > 0).GroupBy(c => H3Grid.CellToParent(c, c.Resolution - 1));
                    Assert.All(
                        families,
                        f =>
                            Assert.True(
                                f.Count(c => c.Resolution == f.Key.Resolution + 1) < H3Grid.CellToChildrenSize(f.Key, f.Key.Resolution + 1)
                            )
                    );
                },
                iter: 200
            );

    [Fact]
    public void ExpandRing_OfADisk_IsTheNextRing() =>
        Gen.Select(Places.Cells(0, 15), Gen.Int[0, 5])
            .Sample(
                (cell, k) => H3Grid.ExpandRing(H3Grid.GridDisk(cell, k)).SequenceEqual(H3Grid.GridRing(cell, k + 1).Order()),
                iter: 300
            );

    [Fact]
    public void CellsToMultiPolygon_OfARaggedSet_FillsToTheSameSet() =>
        Gen.Select(Places.All.Where(p => Math.Abs(p.Latitude) < 75), Gen.Int[4, 12], Gen.Int[1, 6], Gen.Int[0, 1_000_000])
            .Sample(
                (at, resolution, k, seed) =>
                {
                    var random = new Random(seed);
                    H3Index[] cells = [.. H3Grid.GridDisk(H3Grid.LatLngToCell(at, resolution), k).Where(_ => random.Next(10) < 7).Order()];
                    var polygons = H3Grid.CellsToMultiPolygon(cells);
                    Assert.Equal(cells, H3Grid.PolygonToCells(polygons, resolution, ContainmentMode.Center));
                    Assert.Equal(Components(cells), polygons.Length);
                },
                iter: 200
            );

    [Fact]
    public void CellArea_OfAllCellsOfAResolution_IsTheSphere()
    {
        var area = H3Grid.UncompactCells(Res0(), 2).Sum(H3Grid.CellAreaRads2);
        Assert.Equal(4 * Math.PI, area, 1e-9);
    }

    private static H3Index[] Around(H3Index cell)
    {
        var around = new H3Index[6];
        return around[..H3Grid.GetNeighbors(cell, around)];
    }

    private static HashSet<H3Index> Spread(HashSet<H3Index> cells, int steps)
    {
        for (; steps > 0; steps--)
        {
            cells = [.. cells, .. cells.SelectMany(Around)];
        }

        return cells;
    }

    private static int Components(H3Index[] cells)
    {
        var left = cells.ToHashSet();
        var parts = 0;
        while (left.Count > 0)
        {
            parts++;
            var open = new Stack<H3Index>([left.First()]);
            left.Remove(open.Peek());
            while (open.TryPop(out var cell))
            {
                foreach (var next in Around(cell).Where(left.Remove))
                {
                    open.Push(next);
                }
            }
        }

        return parts;
    }

    private static H3Index[] Res0()
    {
        var cells = new H3Index[122];
        _ = H3Grid.GetRes0Cells(cells);
        return cells;
    }
}
