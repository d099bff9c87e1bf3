using System.Text.Json;
using System.Text.Json.Nodes;
using Burgernet.Actions;
using Burgernet.Api.Actions;
using Burgernet.Api.Messages;
using Microsoft.OpenApi;

namespace Burgernet.Api.OpenApi;

/// <summary>What requests with texts to be spoken look like.</summary>
internal static class SpeechSchema
{
    /// <summary>A text to listen to.</summary>
    public static OpenApiRequestBody Body() =>
        ParticipantSchema.Json(
            ParticipantSchema.Object(
                description: null,
                [MessageReader.Text],
                (MessageReader.Text, DraftSchema.Text("What is spoken.", MessageReader.MaxText)),
                ("language", Language()),
                ("kind", new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Names<ActionKind>()] }),
                (MessageReader.Opening, Flag("Whether the kind's first sentence stands before it; true unless said.")),
                (MessageReader.Closing, Flag("Whether the kind's last sentences stand behind it; true unless said.")),
                ("practice", Flag("Whose call-back number is said; may be left out where the control room has carriers of one kind only."))
            )
        );

    /// <summary>Whose phone is called with the message.</summary>
    public static OpenApiRequestBody PreviewBody() =>
        ParticipantSchema.Json(
            ParticipantSchema.Object(
                description: null,
                ["phone"],
                ("phone", DraftSchema.Text("The dispatcher's own number; Dutch unless it has a country code.", PreviewsApi.MaxPhone)),
                ("language", Language())
            )
        );

    /// <summary>The texts of a message.</summary>
    public static OpenApiSchema Texts() =>
        ParticipantSchema.Object(
            "What is spoken by the machine, in the languages that have no recording: the kind's first sentence, the text, its last sentences.",
            [],
            ("nl", DraftSchema.Text("The text in Dutch, also for whoever's language has none.", MessageReader.MaxText)),
            ("en", DraftSchema.Text("The text in English.", MessageReader.MaxText)),
            (MessageReader.Opening, Flag("Whether the kind's first sentence stands before the texts; true unless said.")),
            (MessageReader.Closing, Flag("Whether the kind's last sentences stand behind the texts; true unless said."))
        );

    /// <summary>The media of an action.</summary>
    public static OpenApiSchema Media() =>
        new()
        {
            Type = JsonSchemaType.Array,
            Description = "By what people are reached, each within what they chose at the place where they are found; voice unless said.",
            MinItems = 1,
            Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Names<Medium>()] },
        };

    /// <summary>What a message says as an SMS.</summary>
    public static OpenApiSchema Sms() =>
        ParticipantSchema.Object(
            "What an SMS says. What a language has none of is made of the text that is spoken, with the kind's last sentences.",
            [],
            ("nl", DraftSchema.Text("The text in Dutch, also for whoever's language has none.", SmsReader.MaxText)),
            ("en", DraftSchema.Text("The text in English.", SmsReader.MaxText))
        );

    /// <summary>What a message says as a mail.</summary>
    public static OpenApiSchema Mail() =>
        ParticipantSchema.Object(
            "What a mail says. What a language has none of is made of the text that is spoken, else of that of the SMS. The kind's last sentences stand behind it where people are asked for something, unless the call-back number is in it.",
            [],
            ("nl", MailIn("The mail in Dutch, also for whoever's language has none.")),
            ("en", MailIn("The mail in English."))
        );

    /// <summary>What an article says.</summary>
    public static OpenApiSchema Article() =>
        ParticipantSchema.Object(
            "The article. It is read by anybody: no names, no addresses, nothing that is under investigation.",
            [],
            ("nl", MailIn("The article in Dutch, also for whoever's language has none.")),
            ("en", MailIn("The article in English."))
        );

    /// <summary>Whether an SMS goes instead of a call that reached nobody.</summary>
    public static OpenApiSchema SmsInstead() =>
        Flag(
            "Whether whoever chose SMS gets one instead of a call that reached nobody, once its retries are used up, or instead of a call that they did not choose."
        );

    /// <summary>nl or en.</summary>
    public static OpenApiSchema Language() =>
        new()
        {
            Type = JsonSchemaType.String,
            Description = "Dutch unless said.",
            Enum = ["nl", "en"],
        };

    private static OpenApiSchema MailIn(string description) =>
        ParticipantSchema.Object(
            description,
            [MailReader.Subject, MailReader.Text],
            (MailReader.Subject, DraftSchema.Text("One line.", MailReader.MaxSubject)),
            (MailReader.Text, DraftSchema.Text("Plain text; empty lines part paragraphs.", MailReader.MaxText))
        );

    private static OpenApiSchema Flag(string description) => new() { Type = JsonSchemaType.Boolean, Description = description };

    /// <summary>The values of an enum as the API writes them.</summary>
    public static IEnumerable<JsonNode> Names<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(name => (JsonNode)JsonNamingPolicy.KebabCaseLower.ConvertName(name));
}
