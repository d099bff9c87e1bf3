using Burgernet.Api.Cells;
using Microsoft.OpenApi;

namespace Burgernet.Api.OpenApi;

/// <summary>What an area looks like in a request.</summary>
internal static class AreaSchema
{
    /// <summary>An area, with what is left out of it.</summary>
    public static OpenApiSchema Area(string description)
    {
        var exclusions = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            MinItems = 1,
            MaxItems = AreaReader.MostExclusions,
            Items = new OpenApiSchema { OneOf = [.. Forms()] },
            Description = "What is left out: nobody who is there is called, whichever edge they are on.",
        };
        return new OpenApiSchema { Description = description, OneOf = [.. Forms((AreaReader.Exclude, exclusions))] };
    }

    /// <summary>A point.</summary>
    public static OpenApiSchema Point() =>
        DraftSchema.Object(
            description: null,
            ["latitude", "longitude"],
            ("latitude", DraftSchema.Number("Degrees north, -90 to 90.")),
            ("longitude", DraftSchema.Number("Degrees east, -180 to 180."))
        );

    private static IEnumerable<IOpenApiSchema> Forms(params (string Name, IOpenApiSchema Schema)[] more)
    {
        yield return DraftSchema.Object(
            "A circle.",
            ["center", "radiusMetres"],
            [
                ("center", Point()),
                ("radiusMetres", DraftSchema.Number("Above 0; the installation sets the limit, 15,000 unless it does.")),
                .. more,
            ]
        );
        yield return DraftSchema.Object(
            "GeoJSON (RFC 7946).",
            ["type", "coordinates"],
            [
                ("type", new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["Polygon", "MultiPolygon"] }),
                (
                    "coordinates",
                    new OpenApiSchema
                    {
                        Type = JsonSchemaType.Array,
                        Items = new OpenApiSchema { Type = JsonSchemaType.Array },
                        Description =
                            "Closed rings of [longitude, latitude] that do not cross; at most 10,000 positions unless the installation says.",
                    }
                ),
                ("bbox", new OpenApiSchema { Type = JsonSchemaType.Array, Description = "Not looked at." }),
                .. more,
            ]
        );
        yield return DraftSchema.Object(
            "Whole cells.",
            [CellsReader.Name],
            [
                (
                    CellsReader.Name,
                    new OpenApiSchema
                    {
                        Type = JsonSchemaType.Array,
                        MinItems = 1,
                        Items = DraftSchema.Text("H3 index of resolution 8.", 16),
                        Description = "As the coverage names them.",
                    }
                ),
                .. more,
            ]
        );
        yield return DraftSchema.Object(
            "Municipalities whose borders are configured; they are stored and shown as polygons.",
            [MunicipalityReader.Name],
            [
                (
                    MunicipalityReader.Name,
                    new OpenApiSchema
                    {
                        Type = JsonSchemaType.Array,
                        MinItems = 1,
                        MaxItems = MunicipalityReader.Most,
                        Items = DraftSchema.Text("Its code: 0150 or GM0150.", 16),
                    }
                ),
                .. more,
            ]
        );
    }
}
