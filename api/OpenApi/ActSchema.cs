using Burgernet.Api.Actions;
using Microsoft.OpenApi;

namespace Burgernet.Api.OpenApi;

/// <summary>What a request to act on an action looks like.</summary>
internal static class ActSchema
{
    /// <summary>Why somebody acts; any act may say.</summary>
    public static (string Name, IOpenApiSchema Schema) Reason =>
        ("reason", DraftSchema.Text("Why, in the dispatcher's words.", ActReader.MaxReason));

    /// <summary>A body that may be left out.</summary>
    /// <param name="more">What it may hold besides the reason.</param>
    public static OpenApiRequestBody Body(params (string Name, IOpenApiSchema Schema)[] more) =>
        new()
        {
            Required = false,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/json"] = new() { Schema = DraftSchema.Object(description: null, [], [Reason, .. more]) },
            },
        };

    /// <summary>A number of people.</summary>
    public static OpenApiSchema Count(string description) =>
        new()
        {
            Type = JsonSchemaType.Integer,
            Description = description,
            Minimum = "0",
        };

    /// <summary>What becomes of answered calls.</summary>
    public static OpenApiSchema Calls() =>
        new()
        {
            Type = JsonSchemaType.String,
            Description = "What becomes of answered calls: they finish (the default), or are hung up.",
            Enum = ["finish", "cut"],
        };
}
