using Burgernet.Api.Live;
using Microsoft.OpenApi;

namespace Burgernet.Api.OpenApi;

/// <summary>What the OpenAPI document says of the live view, which it cannot see.</summary>
internal static class LiveSchema
{
    /// <summary>Adds the header, and what the events are.</summary>
    public static void Describe(OpenApiOperation operation)
    {
        operation.Parameters!.Add(
            new OpenApiParameter
            {
                Name = LiveApi.LastEventId,
                In = ParameterLocation.Header,
                Description =
                    "The id of the last event that was seen; a browser sends it by itself. Without it everything from the start comes.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "0" },
            }
        );
        operation.Responses!["200"] = new OpenApiResponse
        {
            Description =
                "Events `entry` (an entry of the action's own chain; the id is its sequence), `progress` (how it stands, without an id, at most four a second) and "
                + "`end` (the last one: `archived` or `stopping`). A comment comes where nothing else does for 15 s.",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["text/event-stream"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        };
        operation.Responses["204"] = new OpenApiResponse { Description = "Archived, and everything was seen: do not come back." };
    }
}
