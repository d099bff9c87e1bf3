using System.Globalization;
using Burgernet.H3;
using Xunit;

namespace Burgernet.Tests.Unit.H3;

public sealed class GridVectorTests
{
    [Fact]
    public void Hierarchy_EveryRow_IsTheOracles()
    {
        foreach (var row in VectorFile.Objects("hierarchy.jsonl.gz"))
        {
            var cell = VectorFile.Cell(row.GetProperty("cell"));
            var parents = VectorFile.Cells(row.GetProperty("parents"));
            Assert.Equal(parents, Enumerable.Range(0, parents.Length).Select(r => H3Grid.CellToParent(cell, r)));
            foreach (var child in row.GetProperty("centerChild").EnumerateObject())
            {
                Assert.Equal(VectorFile.Cell(child.Value), H3Grid.CellToCenterChild(cell, VectorFile.Integer(child.Name)));
            }

            foreach (var children in row.GetProperty("children").EnumerateObject())
            {
                var resolution = VectorFile.Integer(children.Name);
                var cells = H3Grid.CellToChildren(cell, resolution);
                VectorFile.AssertSet(children.Value, cells, $"children of {cell} at {children.Name}");
                if (children.Value.TryGetProperty("list", out var list))
                {
                    Assert.Equal(VectorFile.Cells(list), cells);
                }
            }

            foreach (var place in row.GetProperty("childPos").EnumerateObject())
            {
                var (resolution, position) = (VectorFile.Integer(place.Name), place.Value.GetInt64());
                Assert.Equal(position, H3Grid.CellToChildPos(cell, resolution));
                Assert.Equal(cell, H3Grid.ChildPosToCell(position, parents[resolution], cell.Resolution));
            }
        }
    }

    [Fact]
    public void IsValidCell_EveryString_IsJudgedAsTheOracleDoes()
    {
        foreach (var row in VectorFile.Rows("index_strings.csv"))
        {
            var index = H3Index.Parse(row[0]);
            Assert.True((row[1] == "1") == H3Grid.IsValidCell(index), row[0]);
            Assert.Equal(VectorFile.Integer(row[3]), H3Grid.GetResolution(index));
            Assert.Equal(VectorFile.Integer(row[4]), H3Grid.GetBaseCellNumber(index));
            Assert.True(!H3Grid.IsValidCell(index) || (row[2] == "1") == H3Grid.IsPentagon(index), row[0]);
        }
    }

    [Fact]
    public void GridDiskAndRing_EveryRow_HaveTheOraclesCells()
    {
        foreach (var row in VectorFile.Objects("grid_disk.jsonl.gz"))
        {
            var cell = VectorFile.Cell(row.GetProperty("cell"));
            foreach (var disk in row.GetProperty("disk").EnumerateObject())
            {
                VectorFile.AssertSet(disk.Value, H3Grid.GridDisk(cell, VectorFile.Integer(disk.Name)), $"disk {disk.Name} of {cell}");
            }

            foreach (var ring in row.GetProperty("ring").EnumerateObject())
            {
                VectorFile.AssertSet(ring.Value, H3Grid.GridRing(cell, VectorFile.Integer(ring.Name)), $"ring {ring.Name} of {cell}");
            }
        }
    }

    [Fact]
    public void TryGridDistance_EveryRow_IsTheTrueDistance()
    {
        foreach (var row in VectorFile.Rows("grid_distance.csv"))
        {
            var answered = H3Grid.TryGridDistance(H3Index.Parse(row[0]), H3Index.Parse(row[1]), out var distance);
            Assert.True(answered != (row[2] == "12"), $"{row[0]} to {row[1]}: {answered}");
            var expected = row[2] == "0" ? row[3] : row[4];
            Assert.True(
                expected.Length == 0 || expected == distance.ToString(CultureInfo.InvariantCulture),
                $"{row[0]} to {row[1]}: {expected}, not {distance}"
            );
        }
    }

    [Fact]
    public void CompactCells_EverySet_CompactsAndComesBack()
    {
        var withoutCells = new List<string>();
        foreach (var row in VectorFile.Objects("compact.jsonl.gz"))
        {
            var resolution = row.GetProperty("res").GetInt32();
            if (row.TryGetProperty("err", out _))
            {
                var given = VectorFile.Cells(row.GetProperty("cells").GetProperty("list"));
                Assert.Throws<ArgumentException>(() => H3Grid.CompactCells(given));
                continue;
            }

            // Sets are told by hash; the compacted list, or for the Netherlands the fill, brings the cells back.
            var name = row.GetProperty("name").GetString();
            var what = $"{name} {resolution}";
            var expected = row.GetProperty("compacted");
            H3Index[] cells;
            if (expected.TryGetProperty("list", out var list))
            {
                cells = H3Grid.UncompactCells(VectorFile.Cells(list), resolution);
            }
            else if (name == "netherlands_naturalearth10m")
            {
                cells = H3Grid.PolygonToCells(RegionVectorTests.Polygons(name), resolution, ContainmentMode.Center);
            }
            else
            {
                withoutCells.Add(what);
                continue;
            }

            VectorFile.AssertSet(row.GetProperty("cells"), cells, what);
            VectorFile.AssertSet(expected, H3Grid.CompactCells(cells), what);
        }

        // One row has hashes on both sides and no list: its random set cannot be made again.
        Assert.Equal(["children_25 15"], withoutCells);
    }

    [Fact]
    public void ResolutionTable_EveryRow_IsTheOracles()
    {
        var pentagons = new H3Index[12];
        foreach (var row in VectorFile.Rows("resolution_table.csv"))
        {
            var resolution = VectorFile.Integer(row[0]);
            Assert.Equal(long.Parse(row[1], CultureInfo.InvariantCulture), H3Grid.GetNumCells(resolution));
            Assert.Equal(VectorFile.Number(row[2]), H3Grid.GetHexagonAreaAvgKm2(resolution));
            Assert.Equal(VectorFile.Number(row[3]), H3Grid.GetHexagonEdgeLengthAvgM(resolution));
            Assert.Equal(12, H3Grid.GetPentagons(resolution, pentagons));
            Assert.Equal(row[4].Split(' ').Select(H3Index.Parse), pentagons);
        }
    }

    [Fact]
    public void Res0Cells_EveryRow_HasTheOraclesCentreFacesAndNeighbours()
    {
        var cells = new H3Index[122];
        Assert.Equal(122, H3Grid.GetRes0Cells(cells));
        var neighbours = new H3Index[6];
        var faces = new int[5];
        foreach (var (row, cell) in VectorFile.Objects("res0.jsonl").Zip(cells))
        {
            Assert.Equal(VectorFile.Cell(row.GetProperty("cell")), cell);
            Assert.Equal(row.GetProperty("base").GetInt32(), H3Grid.GetBaseCellNumber(cell));
            Assert.Equal(row.GetProperty("pent").GetInt32() == 1, H3Grid.IsPentagon(cell));
            var centre = H3Grid.CellToLatLng(cell);
            Assert.Equal(row.GetProperty("lat").GetDouble(), centre.Latitude, 1e-9);
            Assert.Equal(row.GetProperty("lng").GetDouble(), centre.Longitude, 1e-9);
            var found = faces.AsSpan(0, H3Grid.GetIcosahedronFaces(cell, faces)).ToArray();
            Assert.Equal(row.GetProperty("faces").EnumerateArray().Select(f => f.GetInt32()), found);
            var around = neighbours.AsSpan(0, H3Grid.GetNeighbors(cell, neighbours)).ToArray();
            Assert.Equal(VectorFile.Cells(row.GetProperty("neighbors")).Order(), around.Order());
        }
    }
}
