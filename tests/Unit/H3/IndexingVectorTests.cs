using System.Text.Json;
using Burgernet.H3;
using Xunit;

namespace Burgernet.Tests.Unit.H3;

public sealed class IndexingVectorTests
{
    [Fact]
    public void LatLngToCell_EveryRow_IsTheOraclesCell()
    {
        foreach (var row in VectorFile.Rows("latlng_to_cell.csv.gz"))
        {
            var at = new LatLng(VectorFile.Number(row[1]), VectorFile.Number(row[2]));
            for (var resolution = 0; resolution <= 15; resolution++)
            {
                var cell = H3Grid.LatLngToCell(at, resolution);
                Assert.True(row[3 + resolution] == cell.ToString(), $"{row[0]} {at} at {resolution}: {row[3 + resolution]}, not {cell}");
            }
        }
    }

    [Fact]
    public void LatLngToCell_AroundPentagons_IsTheOraclesCell()
    {
        foreach (var row in VectorFile.Rows("latlng_to_cell_pentagon.csv.gz"))
        {
            var at = new LatLng(VectorFile.Number(row[1]), VectorFile.Number(row[2]));
            var cell = H3Grid.LatLngToCell(at, VectorFile.Integer(row[3]));
            Assert.True(row[4] == cell.ToString(), $"{at} at {row[3]}: {row[4]}, not {cell}");
        }
    }

    [Fact]
    public void LatLngToCell_SpecialPlaces_AnswerOrThrowAsTheOracle()
    {
        foreach (var row in VectorFile.Objects("latlng_special.jsonl"))
        {
            var at = new LatLng(VectorFile.Coordinate(row.GetProperty("lat")), VectorFile.Coordinate(row.GetProperty("lng")));
            var resolution = row.GetProperty("res").GetInt32();
            if (row.GetProperty("err").GetInt32() == 0)
            {
                Assert.Equal(VectorFile.Cell(row.GetProperty("cell")), H3Grid.LatLngToCell(at, resolution));
            }
            else
            {
                Assert.Throws<ArgumentOutOfRangeException>(() => H3Grid.LatLngToCell(at, resolution));
            }
        }
    }

    [Fact]
    public void LatLngToCell_OnEdgesAndCorners_IsOneOfTheCellsThatMeet()
    {
        foreach (var row in VectorFile.Objects("latlng_ambiguous.jsonl"))
        {
            var at = new LatLng(row.GetProperty("lat").GetDouble(), row.GetProperty("lng").GetDouble());
            Assert.Contains(H3Grid.LatLngToCell(at, row.GetProperty("res").GetInt32()), VectorFile.Cells(row.GetProperty("accept")));
        }
    }

    [Fact]
    public void CellGeometry_EveryRow_AgreesWithinTheStatedTolerance()
    {
        var faces = new int[5];
        foreach (var row in VectorFile.Objects("cell_geometry.jsonl.gz"))
        {
            var cell = VectorFile.Cell(row.GetProperty("cell"));
            Assert.Equal(row.GetProperty("res").GetInt32(), H3Grid.GetResolution(cell));
            Assert.Equal(row.GetProperty("base").GetInt32(), H3Grid.GetBaseCellNumber(cell));
            Assert.Equal(row.GetProperty("pent").GetInt32() == 1, H3Grid.IsPentagon(cell));
            AssertNear(new LatLng(row.GetProperty("lat").GetDouble(), row.GetProperty("lng").GetDouble()), H3Grid.CellToLatLng(cell), cell);
            Assert.Equal(
                row.GetProperty("faces").EnumerateArray().Select(f => f.GetInt32()),
                faces.AsSpan(0, H3Grid.GetIcosahedronFaces(cell, faces)).ToArray()
            );
            var area = row.GetProperty("km2").GetDouble();
            Assert.True(Math.Abs(H3Grid.CellAreaKm2(cell) - area) <= 1e-6 * area, $"{cell}: {area} km², not {H3Grid.CellAreaKm2(cell)}");
            var expected = row.GetProperty("b").EnumerateArray().Select(Point).ToArray();
            var boundary = H3Grid.CellToBoundary(cell);
            Assert.True(expected.Length == boundary.Length, $"{cell}: {expected.Length} points expected, {boundary.Length} found");
            foreach (var (wanted, found) in expected.Zip(boundary))
            {
                AssertNear(wanted, found, cell);
            }
        }
    }

    private static LatLng Point(JsonElement pair) => new(pair[0].GetDouble(), pair[1].GetDouble());

    private static void AssertNear(LatLng expected, LatLng actual, H3Index cell)
    {
        var east = Math.IEEERemainder(expected.Longitude - actual.Longitude, 360) * Math.Cos(expected.Latitude * Math.PI / 180);
        Assert.True(
            Math.Abs(expected.Latitude - actual.Latitude) <= 1e-9 && Math.Abs(east) <= 1e-9,
            $"{cell}: {expected} expected, {actual} found"
        );
    }
}
