using System.Text.Json;
using Burgernet.H3;
using Xunit;

namespace Burgernet.Tests.Unit.H3;

public sealed class RegionVectorTests
{
    [Fact]
    public void PolygonToCells_EveryPolygon_TakesTheOraclesCells()
    {
        var wrong = new List<string>();
        foreach (var row in VectorFile.Objects("polygons.jsonl.gz"))
        {
            var polygons = Polygons(row.GetProperty("geojson"));
            foreach (var resolution in row.GetProperty("res").EnumerateObject())
            {
                foreach (var mode in Enum.GetValues<ContainmentMode>())
                {
                    if (resolution.Value.TryGetProperty(Key(mode), out var expected) && expected.TryGetProperty("n", out _))
                    {
                        var cells = H3Grid.PolygonToCells(polygons, VectorFile.Integer(resolution.Name), mode);
                        var what = $"{row.GetProperty("name")} {resolution.Name} {mode}";
                        Assert.True(cells.AsSpan().SequenceEqual(cells.Order().ToArray()), $"{what} is not ascending");
                        if (Record.Exception(() => VectorFile.AssertSet(expected, cells, what)) is { } error)
                        {
                            wrong.Add(error.Message);
                        }
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void CircleToCells_Center_TakesTheCellsWhoseCentresAreWithin()
    {
        foreach (var row in VectorFile.Objects("circles_center.jsonl"))
        {
            var center = new LatLng(row.GetProperty("lat").GetDouble(), row.GetProperty("lng").GetDouble());
            var (radius, resolution) = (row.GetProperty("radius_m").GetDouble(), row.GetProperty("res").GetInt32());
            var cells = H3Grid.CircleToCells(center, radius, resolution, ContainmentMode.Center);
            VectorFile.AssertSet(row.GetProperty("center"), cells, $"{radius} m about {center} at {resolution}");
        }
    }

    /// <summary>A polygon set of the vectors by its name.</summary>
    internal static GeoPolygon[] Polygons(string name) =>
        Polygons(VectorFile.Objects("polygons.jsonl.gz").First(row => row.GetProperty("name").GetString() == name).GetProperty("geojson"));

    private static string Key(ContainmentMode mode) =>
        mode switch
        {
            ContainmentMode.Center => "center",
            ContainmentMode.Full => "full",
            _ => "overlapping",
        };

    internal static GeoPolygon[] Polygons(JsonElement geometry)
    {
        var coordinates = geometry.GetProperty("coordinates");
        return geometry.GetProperty("type").GetString() == "Polygon"
            ? [Polygon(coordinates)]
            : [.. coordinates.EnumerateArray().Select(Polygon)];
    }

    private static GeoPolygon Polygon(JsonElement rings)
    {
        ReadOnlyMemory<LatLng>[] all = [.. rings.EnumerateArray().Select(Ring)];
        return new GeoPolygon(all[0], all[1..]);
    }

    private static ReadOnlyMemory<LatLng> Ring(JsonElement points) =>
        points.EnumerateArray().Select(p => new LatLng(p[1].GetDouble(), p[0].GetDouble())).ToArray();
}
