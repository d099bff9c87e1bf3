using Burgernet.Api.Csv;
using Microsoft.OpenApi;

namespace Burgernet.Api.OpenApi;

/// <summary>Lists that are there as CSV too.</summary>
internal static class CsvSchema
{
    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal) { "ListDeliveries", "ListAttempts" };

    /// <summary>Says so of an operation that gives one.</summary>
    public static void Describe(OpenApiOperation operation, string name)
    {
        if (Lists.Contains(name) && operation.Responses?["200"] is OpenApiResponse { Content: { } content })
        {
            content[MediaFormat.Csv] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }
    }
}
