using System.Globalization;
using System.Text.Json;
using Burgernet.Coverage;
using Burgernet.H3;

namespace Burgernet.Api.Coverage;

/// <summary>Writes cells as a GeoJSON FeatureCollection (RFC 7946), a polygon for each.</summary>
internal static class CellsGeoJson
{
    private const int FlushBytes = 64 * 1024;
    private const int Decimals = 6;

    /// <summary>A cell as H3 writes it.</summary>
    public static string Name(ulong cell) => cell.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>Writes them as they come.</summary>
    public static async Task Write(Stream stream, CellsCoverage coverage)
    {
        await using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("asOf", coverage.AsOf.UtcDateTime);
        json.WriteStartArray("features");
        foreach (var cell in coverage.Cells)
        {
            WriteFeature(json, cell);
            if (json.BytesPending > FlushBytes)
            {
                await json.FlushAsync();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync();
    }

    private static void WriteFeature(Utf8JsonWriter json, CellCoverage cell)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", Name(cell.Cell));
        json.WriteStartObject("properties");
        if (cell.Participants is { } participants)
        {
            json.WriteNumber("participants", participants);
        }
        else
        {
            json.WriteNull("participants");
        }

        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", "Polygon");
        json.WriteStartArray("coordinates");
        json.WriteStartArray();

        // H3's corners go anticlockwise, as RFC 7946 §3.1.6 wants; the first comes again at the end.
        var corners = H3Grid.CellToBoundary(new H3Index(cell.Cell));
        foreach (var corner in corners.Append(corners[0]))
        {
            json.WriteStartArray();
            json.WriteNumberValue(Math.Round(corner.Longitude, Decimals));
            json.WriteNumberValue(Math.Round(corner.Latitude, Decimals));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
