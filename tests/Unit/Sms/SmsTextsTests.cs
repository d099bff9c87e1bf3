using Burgernet.Grains.Sms;
using Burgernet.Participants;
using Burgernet.Smpp.Text;
using Burgernet.Sms;
using Xunit;

namespace Burgernet.Tests.Unit.Sms;

public sealed class SmsTextsTests
{
    public static TheoryData<SmsReplyKind, Language?> All()
    {
        var all = new TheoryData<SmsReplyKind, Language?>();
        foreach (var kind in Enum.GetValues<SmsReplyKind>())
        {
            all.Add(kind, Language.Dutch);
            all.Add(kind, Language.English);
            all.Add(kind, null);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Reply_InAnyLanguage_IsOneMessageOfSevenBits(SmsReplyKind kind, Language? language)
    {
        var measure = SegmentCounter.Measure(SmsTexts.Of(kind, language));
        Assert.Equal((TextEncoding.Gsm7, 1), (measure.Encoding, measure.Segments));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Reply_ToAnEmergency_SaysToCall112(SmsReplyKind kind, Language? language)
    {
        if (kind is SmsReplyKind.Emergency or SmsReplyKind.Thanks or SmsReplyKind.Received)
        {
            Assert.Contains("112", SmsTexts.Of(kind, language), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Language.Dutch, "nummer")]
    [InlineData(Language.English, "number")]
    public void Reply_ToAQuestion_SaysWhoSeesTheNumberAndHowToLeave(Language language, string number)
    {
        var text = SmsTexts.Of(SmsReplyKind.Info, language);
        Assert.Contains(number, text, StringComparison.Ordinal);
        Assert.Contains("STOP", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reply_OfOurs_LooksAutomaticWhenItComesBack() =>
        Assert.All(
            Enum.GetValues<SmsReplyKind>().Where(kind => kind != SmsReplyKind.Info),
            kind => Assert.True(AutomaticText.Is(SmsTexts.Of(kind, null), isSaidBefore: false))
        );
}
