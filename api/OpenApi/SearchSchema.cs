using Burgernet.Api.Participants;
using Microsoft.OpenApi;

namespace Burgernet.Api.OpenApi;

/// <summary>What questions to the register look like: POSTs that change nothing, and so need no idempotency key.</summary>
internal static class SearchSchema
{
    /// <summary>Whether an operation is such a question, with its body or null where it has none.</summary>
    public static bool TryGetBody(string operation, out OpenApiRequestBody? body)
    {
        body = operation switch
        {
            "SearchParticipants" => Search(),
            "ExportResearch" => Research(),
            _ => null,
        };
        return body is not null || operation is "ExportNewsletter";
    }

    private static OpenApiRequestBody Search() =>
        ParticipantSchema.Json(
            ParticipantSchema.Object(
                "By what to find participants, at least one of it; all that is given must hold.",
                [],
                ("phone", DraftSchema.Text("In any notation; without a country it is Dutch.", 40)),
                ("email", DraftSchema.Text("In any case.", 254)),
                ("postcode", DraftSchema.Text("With houseNumber.", 7)),
                ("houseNumber", Whole("With postcode.", "1", "99999")),
                ("addition", DraftSchema.Text("What follows the number; every addition is found without it.", 6)),
                ("municipality", DraftSchema.Text("The code of a municipality in which they have a location.", 16)),
                ("status", ParticipantSchema.Words("Where they stand.", ParticipantWords.Statuses.Keys)),
                ("limit", Whole("At most so many on a page; 50 unless said.", "1", "200")),
                ("after", DraftSchema.Text("The page before's next.", 36))
            )
        );

    private static OpenApiRequestBody Research()
    {
        var body = ParticipantSchema.Json(
            ParticipantSchema.Object(
                description: null,
                [],
                (
                    "study",
                    DraftSchema.Text(
                        "1 to 40 of a-z, 0-9 and '-': exports of the same study use the same pseudonyms. Without it nobody can link this one to another.",
                        40
                    )
                )
            )
        );
        body.Required = false;
        return body;
    }

    private static OpenApiSchema Whole(string description, string least, string most) =>
        new()
        {
            Type = JsonSchemaType.Integer,
            Description = description,
            Minimum = least,
            Maximum = most,
        };
}
