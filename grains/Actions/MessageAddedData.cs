using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>message-added</c>.</summary>
/// <param name="Message">Its number, from 2.</param>
/// <param name="Kind">An update or a correction.</param>
/// <param name="Messages">What was recorded, a language each.</param>
/// <param name="Reason">Why, in the dispatcher's words, or null.</param>
/// <param name="Texts">What it says as an SMS; null where it does not go so.</param>
/// <param name="Media">By what it goes; null for as the action says.</param>
/// <param name="SmsInstead">Whether an SMS goes instead of a call that reached nobody; null for as the action says.</param>
/// <param name="Mails">What it says as a mail; null where it does not go so.</param>
public sealed record MessageAddedData(
    int Message,
    MessageKind Kind,
    IReadOnlyList<MessageData> Messages,
    string? Reason,
    IReadOnlyList<TextData>? Texts = null,
    IReadOnlyList<Medium>? Media = null,
    bool? SmsInstead = null,
    IReadOnlyList<MailData>? Mails = null
);
