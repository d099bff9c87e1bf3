using System.Text.Json.Nodes;
using Burgernet.Api.Participants;
using Microsoft.OpenApi;

namespace Burgernet.Api.OpenApi;

/// <summary>What requests about participants look like.</summary>
internal static class ParticipantSchema
{
    /// <summary>A registration by a manager.</summary>
    public static OpenApiRequestBody Registration() =>
        Json(
            Object(
                "Who takes part, where that comes from, and why it may be kept.",
                ["name", "phones", "birthYear", "locations", "source", "legalBasis"],
                [
                    .. Profile(),
                    ("source", DraftSchema.Text("Where it comes from: card, municipality.", 40)),
                    (
                        "legalBasis",
                        Words("Why the data may be kept: the letters of GDPR article 6, paragraph 1.", ParticipantWords.LegalBases.Keys)
                    ),
                    ("consent", Consent("Needed where that is the legal basis.")),
                    ("askBy", AskBy()),
                    (
                        "confirmedBy",
                        Words("That there is a signed card; without it the participant is pending.", [RegistrationReader.SignedCard])
                    ),
                ]
            )
        );

    /// <summary>All that somebody tells of themselves.</summary>
    public static OpenApiRequestBody Change() =>
        Json(Object("All of it: what is not there is gone.", ["name", "phones", "birthYear", "locations"], [.. Profile()]));

    /// <summary>A required body of JSON.</summary>
    public static OpenApiRequestBody Json(OpenApiSchema schema) =>
        new()
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/json"] = new() { Schema = schema } },
        };

    /// <summary>An object with these members and no others.</summary>
    public static OpenApiSchema Object(string? description, string[] required, params (string Name, IOpenApiSchema Schema)[] members) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = description,
            AdditionalPropertiesAllowed = false,
            Required = new HashSet<string>(required, StringComparer.Ordinal),
            Properties = members.ToDictionary(member => member.Name, member => member.Schema, StringComparer.Ordinal),
        };

    /// <summary>One of these words.</summary>
    public static OpenApiSchema Words(string description, IEnumerable<string> words) =>
        new()
        {
            Type = JsonSchemaType.String,
            Description = description,
            Enum = [.. words.Select(word => (JsonNode)word)],
        };

    private static IEnumerable<(string Name, IOpenApiSchema Schema)> Profile() =>
        [
            ("name", DraftSchema.Text("Name.", 100)),
            (
                "phones",
                List(
                    "1 to 3 mobile or fixed numbers, the preferred one first; without a country it is Dutch.",
                    DraftSchema.Text("As typed.", 40),
                    1,
                    3
                )
            ),
            ("email", DraftSchema.Text("E-mail address.", 254)),
            ("language", Words("The language to be spoken and written to in; nl unless said.", ParticipantWords.Languages.Keys)),
            ("birthYear", Whole("Year of birth: 16 or older, whatever the day.", "1900", "2100")),
            ("kind", Words("citizen unless said.", ParticipantWords.Kinds.Keys)),
            ("targetGroups", List("Ids of configured target groups.", DraftSchema.Text("Id.", 40), 0, 64)),
            (
                "wantsArticles",
                new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "Whether they want the article after an action." }
            ),
            ("locations", List("Where they regularly are.", Location(), 1, 5)),
        ];

    /// <summary>What everybody tells of themselves when they sign up.</summary>
    public static IEnumerable<(string Name, IOpenApiSchema Schema)> OwnProfile() =>
        Profile().Where(member => member.Name is not ("kind" or "targetGroups"));

    /// <summary>How somebody is asked to confirm.</summary>
    public static OpenApiSchema AskBy() =>
        Words("How they are asked to confirm, by a link in a mail or a code in a text message; who does not is erased.", ["email", "sms"]);

    /// <summary>To what and when somebody agreed.</summary>
    public static OpenApiSchema Consent(string description) =>
        Object(
            description,
            ["at", "textVersion"],
            (
                "at",
                new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Format = "date-time",
                    Description = "When they agreed.",
                }
            ),
            ("textVersion", DraftSchema.Text("To which version of the text.", 32))
        );

    private static OpenApiSchema Location() =>
        Object(
            description: null,
            ["label", "point", "channels"],
            ("number", Whole("Unique within the participant, kept by changes; its place in the list unless said.", "1", "5")),
            ("label", DraftSchema.Text("What they call it.", 40)),
            (
                "point",
                Object(
                    description: null,
                    ["latitude", "longitude"],
                    ("latitude", new OpenApiSchema { Type = JsonSchemaType.Number, Description = "Degrees north." }),
                    ("longitude", new OpenApiSchema { Type = JsonSchemaType.Number, Description = "Degrees east." })
                )
            ),
            (
                "address",
                Object(
                    description: null,
                    ["postcode", "houseNumber"],
                    ("postcode", DraftSchema.Text("Dutch.", 7)),
                    ("houseNumber", Whole("Without its addition.", "1", "99999")),
                    ("addition", DraftSchema.Text("What follows the number.", 6))
                )
            ),
            ("channels", List("By what they may be reached there.", Words("A channel.", ParticipantWords.Channels.Keys), 1, 3)),
            (
                "hours",
                List(
                    "When, by the Dutch wall clock; always unless said.",
                    Object(
                        description: null,
                        ["days", "from", "until"],
                        ("days", List("The days on which it begins.", Words("A day.", ParticipantWords.Days.Keys), 1, 7)),
                        ("from", Clock("When it begins.")),
                        ("until", Clock("When it ends, at most 24:00; when not after from, of the next day."))
                    ),
                    1,
                    21
                )
            )
        );

    private static OpenApiSchema Clock(string description) =>
        new()
        {
            Type = JsonSchemaType.String,
            Description = description,
            Pattern = "^[0-2][0-9]:[0-5][0-9]$",
        };

    private static OpenApiSchema Whole(string description, string least, string most) =>
        new()
        {
            Type = JsonSchemaType.Integer,
            Description = description,
            Minimum = least,
            Maximum = most,
        };

    private static OpenApiSchema List(string description, IOpenApiSchema items, int least, int most) =>
        new()
        {
            Type = JsonSchemaType.Array,
            Description = description,
            Items = items,
            MinItems = least,
            MaxItems = most,
        };
}
