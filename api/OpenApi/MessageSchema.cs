using Burgernet.Api.Actions;
using Burgernet.Api.Messages;
using Microsoft.OpenApi;

namespace Burgernet.Api.OpenApi;

/// <summary>What requests with further messages, and the closing, look like.</summary>
internal static class MessageSchema
{
    /// <summary>A message after the call.</summary>
    /// <param name="withKind">Whether it says what it is for; an outcome does not.</param>
    public static OpenApiRequestBody Body(bool withKind) =>
        new()
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["multipart/form-data"] = new()
                {
                    Schema = DraftSchema.Object(
                        "What is said on the phone: at least one recording or text.",
                        withKind ? [DraftUpload.Message] : [],
                        (DraftUpload.Message, Said(withKind)),
                        (DraftUpload.DutchMessage, DraftSchema.Wave("The message in Dutch, also for whoever's language has none.")),
                        (DraftUpload.EnglishMessage, DraftSchema.Wave("The message in English."))
                    ),
                    Encoding = new Dictionary<string, OpenApiEncoding>(StringComparer.Ordinal)
                    {
                        [DraftUpload.Message] = new() { ContentType = "application/json" },
                        [DraftUpload.DutchMessage] = new() { ContentType = "audio/wav" },
                        [DraftUpload.EnglishMessage] = new() { ContentType = "audio/wav" },
                    },
                },
            },
        };

    /// <summary>What an article is.</summary>
    public static OpenApiRequestBody Article() =>
        ParticipantSchema.Json(
            ParticipantSchema.Object(description: null, [MailReader.Mail], (MailReader.Mail, SpeechSchema.Article()), Reason())
        );

    /// <summary>What closing an action takes.</summary>
    public static OpenApiRequestBody Closing() =>
        new()
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/json"] = new()
                {
                    Schema = DraftSchema.Object(
                        description: null,
                        [CloseReader.Result],
                        (CloseReader.Result, OneOf("What came of the action.", [.. CloseReader.Results.Keys])),
                        (
                            CloseReader.OpenOutcomes,
                            OneOf(
                                "What becomes of outcomes that are not delivered yet: they go on unless said.",
                                CloseReader.Deliver,
                                CloseReader.Expire
                            )
                        ),
                        Reason()
                    ),
                },
            },
        };

    private static OpenApiSchema Said(bool withKind)
    {
        (string, IOpenApiSchema)[] members =
        [
            Reason(),
            (MessageReader.Text, SpeechSchema.Texts()),
            (MessagesApi.Media, SpeechSchema.Media()),
            (SmsReader.Sms, SpeechSchema.Sms()),
            (SmsReader.SmsInstead, SpeechSchema.SmsInstead()),
            (MailReader.Mail, SpeechSchema.Mail()),
        ];
        return withKind
            ? DraftSchema.Object(
                description: null,
                [MessagesApi.Kind],
                [
                    (
                        MessagesApi.Kind,
                        OneOf(
                            "An update is for everyone selected; a correction takes the place of what was told so far.",
                            [.. MessagesApi.Kinds.Keys]
                        )
                    ),
                    .. members,
                ]
            )
            : DraftSchema.Object(description: null, [], members);
    }

    private static (string, IOpenApiSchema) Reason() =>
        (MessagesApi.Reason, DraftSchema.Text("Why, in the dispatcher's words.", ActReader.MaxReason));

    private static OpenApiSchema OneOf(string description, params string[] values) =>
        new()
        {
            Type = JsonSchemaType.String,
            Description = description,
            Enum = [.. values],
        };
}
