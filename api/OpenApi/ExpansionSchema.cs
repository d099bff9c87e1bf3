using System.Globalization;
using Burgernet.Api.Actions;
using Burgernet.Api.Cells;
using Microsoft.OpenApi;

namespace Burgernet.Api.OpenApi;

/// <summary>What a request to enlarge an area looks like.</summary>
internal static class ExpansionSchema
{
    /// <summary>The body of an operation on an expansion, or null where it is about something else.</summary>
    public static OpenApiRequestBody? BodyOf(string operation) =>
        operation switch
        {
            "ExpandAction" or "EstimateExpansion" => Body(
                $"Either {AreaReader.Name} or {ExpansionReader.Radius}.",
                [],
                (AreaReader.Name, AreaSchema.Area("What is added; who is in it and was selected before is left alone.")),
                (ExpansionReader.Radius, Metres("Around the incident point."))
            ),
            "PlanExpansion" => Body(
                description: null,
                [ExpansionReader.Speed, ExpansionReader.Largest],
                (
                    ExpansionReader.Speed,
                    new OpenApiSchema
                    {
                        Type = JsonSchemaType.Number,
                        Minimum = Inclusive(ExpansionReader.SlowestKmh),
                        Maximum = Inclusive(ExpansionReader.FastestKmh),
                        Description = "How fast it grows, in kilometres an hour.",
                    }
                ),
                (ExpansionReader.Largest, Metres("How far it grows.")),
                (ExpansionReader.Start, Metres("Where it begins; needed where the area is no circle around the incident point."))
            ),
            _ => null,
        };

    private static OpenApiRequestBody Body(string? description, string[] required, params (string Name, IOpenApiSchema Schema)[] members) =>
        new()
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/json"] = new()
                {
                    Schema = DraftSchema.Object(
                        description,
                        required,
                        [
                            .. members,
                            (
                                ActReader.ConfirmedPeople,
                                ActSchema.Count("How many people you confirm to call; needed above the kind's threshold.")
                            ),
                            ActSchema.Reason,
                        ]
                    ),
                },
            },
        };

    private static OpenApiSchema Metres(string what) =>
        new()
        {
            Type = JsonSchemaType.Number,
            ExclusiveMinimum = "0",
            Description = $"{what} Metres; the installation sets the limit, 15,000 unless it does.",
        };

    private static string Inclusive(double number) => number.ToString(CultureInfo.InvariantCulture);
}
