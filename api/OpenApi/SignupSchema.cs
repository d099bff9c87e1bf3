using Microsoft.OpenApi;

namespace Burgernet.Api.OpenApi;

/// <summary>What requests look like that people make by themselves, without a login.</summary>
internal static class SignupSchema
{
    /// <summary>The operations that need no login.</summary>
    public static bool IsPublic(string operation) => operation is SignUp or Confirm or Leave;

    private const string SignUp = "SignUp";
    private const string Confirm = "ConfirmSignUp";
    private const string Leave = "LeaveByToken";

    /// <summary>The body of one of them.</summary>
    public static OpenApiRequestBody Body(string operation) =>
        operation switch
        {
            SignUp => ParticipantSchema.Json(
                ParticipantSchema.Object(
                    "Who signs up.",
                    ["name", "phones", "birthYear", "locations", "consent", "askBy"],
                    [
                        .. ParticipantSchema.OwnProfile(),
                        ("consent", ParticipantSchema.Consent("When they agreed, and to which text.")),
                        ("askBy", ParticipantSchema.AskBy()),
                    ]
                )
            ),
            Confirm => ParticipantSchema.Json(
                ParticipantSchema.Object(
                    "The token of a mail; or phone and code of a text message.",
                    [],
                    ("token", DraftSchema.Text("From the link of the mail.", 43)),
                    ("phone", DraftSchema.Text("The number that the text message came to.", 40)),
                    ("code", DraftSchema.Text("Six digits.", 8))
                )
            ),
            _ => ParticipantSchema.Json(
                ParticipantSchema.Object(description: null, ["token"], ("token", DraftSchema.Text("From the link of a mail.", 43)))
            ),
        };

    /// <summary>Whether repeating it needs a key: a token or code is one by itself.</summary>
    public static bool HasKey(string operation) => operation is not (Confirm or Leave);
}
