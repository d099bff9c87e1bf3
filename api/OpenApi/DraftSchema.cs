using System.Text.Json;
using System.Text.Json.Nodes;
using Burgernet.Actions;
using Burgernet.Api.Actions;
using Burgernet.Api.Cells;
using Burgernet.Api.Messages;
using Microsoft.OpenApi;

namespace Burgernet.Api.OpenApi;

/// <summary>What a request to prepare an action looks like.</summary>
internal static class DraftSchema
{
    public static OpenApiRequestBody Body() =>
        new()
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["multipart/form-data"] = new()
                {
                    Schema = Object(
                        "The action and what is said on the phone: at least one recording or text; 12,000,000 bytes in all unless the installation says.",
                        [DraftUpload.Action],
                        (DraftUpload.Action, Draft()),
                        (DraftUpload.DutchMessage, Wave("The message in Dutch, also for whoever's language has none.")),
                        (DraftUpload.EnglishMessage, Wave("The message in English."))
                    ),
                    Encoding = new Dictionary<string, OpenApiEncoding>(StringComparer.Ordinal)
                    {
                        [DraftUpload.Action] = new() { ContentType = "application/json" },
                        [DraftUpload.DutchMessage] = new() { ContentType = "audio/wav" },
                        [DraftUpload.EnglishMessage] = new() { ContentType = "audio/wav" },
                    },
                },
            },
        };

    /// <summary>What a tip looks like.</summary>
    public static OpenApiRequestBody TipBody() =>
        new()
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/json"] = new()
                {
                    Schema = Object(
                        description: null,
                        ["text"],
                        ("text", Text("What they told, in their words.", TipsApi.MaxText)),
                        ("phone", Text("The number that they may be called at; Dutch unless it has a country code.", TipsApi.MaxPhone))
                    ),
                },
            },
        };

    public static OpenApiSchema Text(string description, int maxLength) =>
        new()
        {
            Type = JsonSchemaType.String,
            Description = description,
            MinLength = 1,
            MaxLength = maxLength,
        };

    public static OpenApiSchema Number(string description) => new() { Type = JsonSchemaType.Number, Description = description };

    public static OpenApiSchema Object(string? description, string[] required, params (string Name, IOpenApiSchema Schema)[] members) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = description,
            AdditionalPropertiesAllowed = false,
            Required = new HashSet<string>(required, StringComparer.Ordinal),
            Properties = members.ToDictionary(member => member.Name, member => member.Schema, StringComparer.Ordinal),
        };

    private static OpenApiSchema Draft()
    {
        return Object(
            description: null,
            ["kind", "description", "incidentNumber", "area"],
            ("kind", new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Kinds()] }),
            ("description", Text("Whom or what to look for; for prevention the method.", DraftReader.MaxDescription)),
            ("incidentNumber", Text("The control room's own reference of the report.", DraftReader.MaxIncidentNumber)),
            (AreaReader.Name, AreaSchema.Area("Where people are called.")),
            ("incidentPoint", AreaSchema.Point()),
            (
                TargetGroupReader.Name,
                new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    MinItems = 1,
                    Items = Text("Id of a configured target group.", 40),
                    Description = "Only who is in the area and in at least one of these is called.",
                }
            ),
            ("media", SpeechSchema.Media()),
            (MessageReader.Text, SpeechSchema.Texts()),
            (SmsReader.Sms, SpeechSchema.Sms()),
            (SmsReader.SmsInstead, SpeechSchema.SmsInstead()),
            (MailReader.Mail, SpeechSchema.Mail()),
            (
                "practice",
                new OpenApiSchema
                {
                    Type = JsonSchemaType.Boolean,
                    Description =
                        "True: nobody is really called. For ever. May be left out where the control room has practice or live carriers only.",
                }
            )
        );
    }

    private static IEnumerable<JsonNode> Kinds() =>
        Enum.GetNames<ActionKind>().Select(name => (JsonNode)JsonNamingPolicy.KebabCaseLower.ConvertName(name));

    public static OpenApiSchema Wave(string description) =>
        new()
        {
            Type = JsonSchemaType.String,
            Format = "binary",
            Description =
                description + " RIFF/WAVE: PCM of 8 or 16 bits, 8 to 48 kHz, one or two channels, 60 s unless the installation says.",
        };
}
