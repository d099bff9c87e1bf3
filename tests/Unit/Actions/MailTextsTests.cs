using Burgernet.Actions;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Kinds;
using Burgernet.Kinds;
using Burgernet.Participants;
using Microsoft.Extensions.Options;
using Xunit;

namespace Burgernet.Tests.Unit.Actions;

/// <summary>What a message says as a mail, by what the dispatcher gave.</summary>
public sealed class MailTextsTests
{
    private const string Number = "0570 123456";
    private const string Closing = "Bel 0570 123456.";

    private static readonly KindPolicy Policy = new KindCatalogue(
        Options.Create(
            new KindOptions
            {
                Kinds =
                {
                    ["missing-child"] = new KindSettings { ClosingDutch = "Bel {number}.", ClosingEnglish = "Call {number}." },
                },
            }
        )
    ).Of(ActionKind.MissingChild);

    [Theory]
    [InlineData(MessageKind.Call, "Rode jas.\n\n" + Closing)]
    [InlineData(MessageKind.Update, "Rode jas.\n\n" + Closing)]
    [InlineData(MessageKind.Correction, "Rode jas.\n\n" + Closing)]
    [InlineData(MessageKind.Outcome, "Rode jas.")]
    [InlineData(MessageKind.Article, "Rode jas.")]
    public void Mail_OfItsOwn_EndsWithWhatTheKindAsksWherePeopleAreAsked(MessageKind kind, string text)
    {
        var mail = Assert.Single(Of(kind, mails: new WrittenMail(Language.Dutch, "Vermist", " Rode jas. ")));
        Assert.Equal(new MailData(Language.Dutch, "Vermist", text), mail);
    }

    [Fact]
    public void Mail_ThatSaysTheNumber_SaysItOnce() =>
        Assert.Equal(
            "Zag u iets? 0570 123456",
            Assert.Single(Of(MessageKind.Call, mails: new WrittenMail(Language.Dutch, "Vermist", "Zag u iets? 0570 123456"))).Text
        );

    [Fact]
    public void Mail_WithoutACallBackNumber_AsksNobodyToCallIt() =>
        Assert.Equal(
            "Rode jas.",
            Assert
                .Single(MailTexts.Of(Content(mails: new WrittenMail(Language.Dutch, "a", "Rode jas.")), MessageKind.Call, Policy, null))
                .Text
        );

    [Theory]
    [InlineData(MessageKind.Call, "Burgernet vraagt uw hulp", "Burgernet asks for your help")]
    [InlineData(MessageKind.Outcome, "Afloop van de Burgernetactie", "How the Burgernet action ended")]
    public void Mail_ThatNobodyWrote_IsWhatIsSpokenElseTheSms(MessageKind kind, string dutch, string english)
    {
        var mails = MailTexts.Of(
            new MessageContent(
                [new SpokenMessage(Language.Dutch, [], 1, "Gesproken")],
                [new WrittenMessage(Language.Dutch, "sms"), new WrittenMessage(Language.English, "sms in English")],
                []
            ),
            kind,
            Policy,
            number: null
        );
        Assert.Equal([new(Language.Dutch, dutch, "Gesproken"), new(Language.English, english, "sms in English")], mails);
    }

    [Fact]
    public void Mail_OfARecordingAlone_IsNone() =>
        Assert.Empty(
            MailTexts.Of(new MessageContent([new SpokenMessage(Language.Dutch, [], 1)], [], []), MessageKind.Call, Policy, Number)
        );

    [Theory]
    [InlineData(Language.English, Language.English, Language.Dutch, Language.English)]
    [InlineData(Language.Dutch, Language.English, Language.Dutch)]
    [InlineData(Language.English, Language.English)]
    public void Mail_InALanguageThatIsMissing_IsTheDutchOneElseAnother(Language expected, Language asked, params Language[] there) =>
        Assert.Equal(
            expected,
            MailTexts.In([.. (there.Length == 0 ? [expected] : there).Select(language => new MailData(language, "", ""))], asked)?.Language
        );

    [Theory]
    [InlineData(false, ActionProblemCode.MailMissing)]
    [InlineData(true, null)]
    public void Problem_OfAMessageByMail_IsThatThereIsNone(bool written, ActionProblemCode? expected) =>
        Assert.Equal(
            expected,
            MessageTexts
                .Problem(
                    MessageReach.Of([Medium.Email], smsInstead: false),
                    [],
                    [],
                    written ? [new MailData(Language.Dutch, "a", "b")] : []
                )
                ?.Code
        );

    private static IReadOnlyList<MailData> Of(MessageKind kind, params WrittenMail[] mails) =>
        MailTexts.Of(Content(mails), kind, Policy, Number);

    private static MessageContent Content(params WrittenMail[] mails) => new([], [], mails);
}
