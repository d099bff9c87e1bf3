using Burgernet.Actions;

namespace Burgernet.Api.Actions;

/// <summary>What a message says as a mail, in one language. Around it stands the letter of its kind, with how to unsubscribe.</summary>
public sealed record MailJson
{
    /// <summary>The language: nl, en.</summary>
    public required string Language { get; init; }

    /// <summary>The subject; in practice [Oefening] or [Practice] stands before it.</summary>
    public required string Subject { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    internal static MailJson Of(WrittenMail mail) =>
        new()
        {
            Language = mail.Language == Burgernet.Participants.Language.English ? "en" : "nl",
            Subject = mail.Subject,
            Text = mail.Text,
        };
}
