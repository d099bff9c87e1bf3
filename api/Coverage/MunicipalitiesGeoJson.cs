using System.Text.Json;
using Burgernet.Coverage;

namespace Burgernet.Api.Coverage;

/// <summary>Writes municipalities as a GeoJSON FeatureCollection (RFC 7946); one whose borders are not configured has no geometry.</summary>
internal static class MunicipalitiesGeoJson
{
    private const int FlushBytes = 64 * 1024;

    /// <summary>Writes them as they come.</summary>
    public static async Task Write(Stream stream, MunicipalitiesCoverage coverage, IReadOnlyList<MunicipalityShape> shapes)
    {
        var byCode = shapes.ToDictionary(shape => shape.Code, StringComparer.Ordinal);
        await using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("asOf", coverage.AsOf.UtcDateTime);
        json.WriteStartArray("features");
        foreach (var municipality in coverage.Municipalities)
        {
            WriteFeature(json, MunicipalityCoverageJson.Of(municipality), byCode.GetValueOrDefault(municipality.Code ?? ""));
            if (json.BytesPending > FlushBytes)
            {
                await json.FlushAsync();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync();
    }

    private static void WriteFeature(Utf8JsonWriter json, MunicipalityCoverageJson municipality, MunicipalityShape? shape)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        if (municipality.Code is { } code)
        {
            json.WriteString("id", code);
        }

        json.WriteStartObject("properties");
        json.WriteString("code", municipality.Code);
        json.WriteString("name", municipality.Name);
        Number("inhabitants", municipality.Inhabitants);
        Number("goal", municipality.Goal);
        Number("participants", municipality.Participants);
        json.WriteBoolean("fewerThanFive", municipality.FewerThanFive);
        Number("percentOfGoal", municipality.PercentOfGoal);
        json.WriteString("signal", JsonNamingPolicy.KebabCaseLower.ConvertName(municipality.Signal.ToString()));
        json.WriteEndObject();
        WriteGeometry(json, shape);
        json.WriteEndObject();

        void Number(string name, double? value)
        {
            if (value is { } number)
            {
                json.WriteNumber(name, number);
            }
            else
            {
                json.WriteNull(name);
            }
        }
    }

    private static void WriteGeometry(Utf8JsonWriter json, MunicipalityShape? shape)
    {
        if (shape is null)
        {
            json.WriteNull("geometry");
            return;
        }

        json.WriteStartObject("geometry");
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        foreach (var polygon in shape.Polygons)
        {
            json.WriteStartArray();
            foreach (var ring in polygon)
            {
                WriteRing(json, ring);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRing(Utf8JsonWriter json, double[] ring)
    {
        json.WriteStartArray();
        for (var i = 0; i < ring.Length; i += 2)
        {
            json.WriteStartArray();
            json.WriteNumberValue(ring[i]);
            json.WriteNumberValue(ring[i + 1]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
