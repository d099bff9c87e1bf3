using Burgernet.Actions;
using Burgernet.Kinds;
using Burgernet.Participants;
using Burgernet.Smpp.Text;

namespace Burgernet.Grains.Actions;

/// <summary>What messages say as an SMS. Pure.</summary>
internal static class MessageTexts
{
    /// <summary>The most SMS that one text may take.</summary>
    public const int MostSegments = 10;

    private const string Sender = "Burgernet: ";

    /// <summary>The texts of a message: its own, else what is spoken with who says it before and what the kind ends with behind.</summary>
    /// <param name="spoken">What is spoken.</param>
    /// <param name="written">What is written.</param>
    /// <param name="policy">Of the kind.</param>
    /// <param name="ends">Whether the kind's last sentences belong to it: not in an outcome, for then nobody is to call any more.</param>
    /// <param name="number">The call-back number, or null.</param>
    public static IReadOnlyList<TextData> Of(
        IReadOnlyList<SpokenMessage> spoken,
        IReadOnlyList<WrittenMessage> written,
        KindPolicy policy,
        bool ends,
        string? number
    )
    {
        var texts = new List<TextData>();
        foreach (var language in Enum.GetValues<Language>())
        {
            var text =
                written.FirstOrDefault(text => text.Language == language)?.Text
                ?? (
                    spoken.FirstOrDefault(said => said.Language == language)?.Text is { } own
                        ? Made(own, language, policy, ends, number)
                        : null
                );
            if (text is not null)
            {
                texts.Add(new TextData(language, text, SegmentCounter.Measure(text).Segments));
            }
        }

        return texts;
    }

    /// <summary>Why a message cannot go as it is to go, or null.</summary>
    /// <param name="reach">By what it goes.</param>
    /// <param name="spoken">What is spoken.</param>
    /// <param name="texts">What it says as an SMS.</param>
    /// <param name="mails">What it says as a mail.</param>
    public static ActionProblem? Problem(
        MessageReach reach,
        IReadOnlyList<SpokenMessage> spoken,
        IReadOnlyList<TextData> texts,
        IReadOnlyList<MailData> mails
    ) =>
        Has(reach, ContactChannels.Voice) && spoken.Count == 0 ? new ActionProblem(ActionProblemCode.RecordingMissing)
        : Has(reach, ContactChannels.Email) && mails.Count == 0 ? new ActionProblem(ActionProblemCode.MailMissing)
        : !Has(reach, ContactChannels.Sms) ? null
        : texts.Count == 0 ? new ActionProblem(ActionProblemCode.TextMissing)
        : texts.Max(text => text.Segments) is var most && most > MostSegments
            ? new ActionProblem(ActionProblemCode.TextTooLong, Value: most, Limit: MostSegments)
        : null;

    /// <summary>The text in a language, with Dutch and then any other as fallback.</summary>
    public static TextData? In(IReadOnlyList<TextData> texts, Language language) =>
        texts.FirstOrDefault(text => text.Language == language)
        ?? texts.FirstOrDefault(text => text.Language == Language.Dutch)
        ?? (texts.Count > 0 ? texts[0] : null);

    /// <summary>Whether a message asks people for something: then the kind's last sentences belong to it. Once it is over nobody is to call any more.</summary>
    public static bool Asks(MessageKind kind) => kind is MessageKind.Call or MessageKind.Update or MessageKind.Correction;

    /// <summary>What a kind ends with, with the call-back number in it; nothing where it needs one and there is none.</summary>
    public static string Closing(Language language, KindPolicy policy, string? number)
    {
        var closing = policy.Scripts.First(script => script.Language == language).Closing;
        return closing.Contains(KindScript.Number, StringComparison.Ordinal) && number is null
            ? ""
            : closing.Replace(KindScript.Number, number, StringComparison.Ordinal);
    }

    /// <summary>A text with what it takes, and with what it would take written otherwise.</summary>
    public static TextSummary Summary(TextData text)
    {
        var measure = SegmentCounter.Measure(text.Text);
        return new TextSummary(text.Language, text.Text, text.Segments, measure.Offer, measure.OfferedSegments);
    }

    private static bool Has(MessageReach reach, ContactChannels channel) => (reach.Any & channel) != ContactChannels.None;

    private static string Made(string text, Language language, KindPolicy policy, bool ends, string? number)
    {
        var closing = Closing(language, policy, number);
        var said = text.Trim();
        var ended = said.Length > 0 && said[^1] is '.' or '!' or '?' ? said : said + ".";
        return ends && closing.Length > 0 ? $"{Sender}{ended} {closing}" : Sender + ended;
    }
}
