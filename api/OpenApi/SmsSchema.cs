using Burgernet.Actions;
using Burgernet.Api.Messages;
using Microsoft.OpenApi;

namespace Burgernet.Api.OpenApi;

/// <summary>What is sent to the addresses of text messages. Each may be asked again without a key: the same is done once.</summary>
internal static class SmsSchema
{
    /// <summary>The body of an operation, or null for any other.</summary>
    public static OpenApiRequestBody? BodyOf(string operation) =>
        operation switch
        {
            "AssignInbound" => ParticipantSchema.Json(
                ParticipantSchema.Object(
                    description: null,
                    ["actionId"],
                    ("actionId", DraftSchema.Text("The action of which it becomes a tip.", 36))
                )
            ),
            "SendPracticeSms" => ParticipantSchema.Json(
                ParticipantSchema.Object(
                    "An SMS of a practice participant.",
                    ["from", "text"],
                    ("from", DraftSchema.Text("The phone's number: +31 99 and seven digits, in any notation without spaces.", 40)),
                    ("to", DraftSchema.Text("The number or short code that it is sent to; the call-back number unless said.", 20)),
                    ("text", DraftSchema.Text("What it says.", 1530))
                )
            ),
            "PreviewSms" => ParticipantSchema.Json(
                ParticipantSchema.Object(
                    description: null,
                    ["text"],
                    ("text", DraftSchema.Text("The text as it would be sent.", SmsReader.MaxText)),
                    (
                        "kind",
                        new OpenApiSchema
                        {
                            Type = JsonSchemaType.String,
                            Description = "The kind of action whose price of an SMS holds; no price without it.",
                            Enum = [.. SpeechSchema.Names<ActionKind>()],
                        }
                    )
                )
            ),
            _ => null,
        };
}
