using Burgernet.Actions;
using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Burgernet.Participants;

namespace Burgernet.Api.Messages;

/// <summary>Reads what messages say as an SMS.</summary>
internal static class SmsReader
{
    /// <summary>The member with the texts: <c>{"nl":"…","en":"…"}</c>. What a language has none of is made of the text that is spoken.</summary>
    public const string Sms = "sms";

    /// <summary>Whether an SMS goes instead of a call that reached nobody.</summary>
    public const string SmsInstead = "smsInstead";

    /// <summary>The most characters of a text: ten SMS.</summary>
    public const int MaxText = 1_530;

    /// <summary>Whether a message must have a recording, or a text that is spoken.</summary>
    /// <param name="media">By what it goes; null for as the action or its kind says, which the action looks at.</param>
    public static bool NeedsSound(IReadOnlyList<Medium>? media) => media is null || media.Contains(Medium.Voice);

    /// <summary>Reads the texts.</summary>
    public static IReadOnlyList<WrittenMessage> Read(JsonFields fields, ProblemSink problems)
    {
        if (!fields.Has(Sms))
        {
            return [];
        }

        var written = new List<WrittenMessage>();
        var texts = fields.RequiredObject(Sms, "nl", "en");
        foreach (var (member, language) in new[] { ("nl", Language.Dutch), ("en", Language.English) })
        {
            if (texts?.Has(member) == true && texts.RequiredText(member, MaxText, lines: true) is { } text)
            {
                written.Add(new WrittenMessage(language, text));
            }
        }

        if (texts is not null && written.Count == 0 && problems.First is null)
        {
            problems.Add(RequestReasons.Empty, Sms);
        }

        return written;
    }
}
