using Burgernet.Grains.Sms;
using Burgernet.Sms;
using Xunit;

namespace Burgernet.Tests.Unit.Sms;

/// <summary>What people mean by what they write: the table that docs/inbound-sms.md tells of.</summary>
public sealed class SmsKeywordsTests
{
    [Theory]
    [InlineData("STOP")]
    [InlineData("stop")]
    [InlineData("  Stop. ")]
    [InlineData("\"STOP\"!!")]
    [InlineData("‘stop’")]
    [InlineData("stop\n")]
    [InlineData("Stóp")]
    [InlineData("STOP BURGERNET")]
    [InlineData("Stop, Burgernet!")]
    [InlineData("stop alles")]
    [InlineData("STOPALL")]
    [InlineData("stoppen")]
    [InlineData("afmelden")]
    [InlineData("Afmelding")]
    [InlineData("Afmelden burgernet")]
    [InlineData("meld mij af")]
    [InlineData("Uitschrijven")]
    [InlineData("opzeggen")]
    [InlineData("unsubscribe")]
    [InlineData("opt-out")]
    [InlineData("OPTOUT")]
    [InlineData("Quit.")]
    public void Message_ThatIsAWordToLeave_Leaves(string text) => Assert.Equal(SmsMeaning.Stop, SmsKeywords.Of(text));

    [Theory]
    [InlineData("info")]
    [InlineData(" INFO? ")]
    [InlineData("Informatie")]
    [InlineData("information")]
    [InlineData("info burgernet")]
    [InlineData("Wie is dit?")]
    [InlineData("what is this?")]
    public void Message_ThatIsAWordToAsk_Asks(string text) => Assert.Equal(SmsMeaning.Info, SmsKeywords.Of(text));

    [Theory]
    [InlineData("HULP")]
    [InlineData("hulp!!!")]
    [InlineData("Help")]
    [InlineData("Hulp, een man met een mes bij het station")]
    [InlineData("help ik zie hem")]
    [InlineData("SOS")]
    [InlineData("112")]
    [InlineData("Noodgeval")]
    [InlineData("emergency at the bridge")]
    public void Message_ThatBeginsWithACry_AsksForHelp(string text) => Assert.Equal(SmsMeaning.Help, SmsKeywords.Of(text));

    [Theory]
    [InlineData("Stop! Daar loopt hij")]
    [InlineData("bushalte stop 4")]
    [InlineData("Ik zag hem stoppen bij de brug")]
    [InlineData("stop niet")]
    [InlineData("nonstop")]
    [InlineData("info: rode jas gezien bij de Brink")]
    [InlineData("Zij riep om hulp")]
    [InlineData("end")]
    [InlineData("cancel")]
    [InlineData("ja")]
    [InlineData("1")]
    [InlineData("👍")]
    [InlineData("burgernet")]
    public void Message_ThatTellsSomething_IsATip(string text) => Assert.Equal(SmsMeaning.Tip, SmsKeywords.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("...")]
    [InlineData("?!")]
    public void Message_WithoutAnything_IsEmpty(string text) => Assert.Equal(SmsMeaning.Empty, SmsKeywords.Of(text));

    [Fact]
    public void Message_WithHalfACharacter_IsRead() => Assert.Equal(SmsMeaning.Tip, SmsKeywords.Of("stop \ud83d daar"));

    [Theory]
    [InlineData("Dit is een automatisch antwoord: ik ben met vakantie", false, true)]
    [InlineData("Auto-reply: I'm driving", false, true)]
    [InlineData("Burgernet: dank u wel, de meldkamer heeft uw bericht ontvangen.", false, true)]
    [InlineData("Ik zag hem automatisch tanken", false, false)]
    [InlineData("Rode jas", true, true)]
    [InlineData("Rode jas", false, false)]
    public void Text_LooksAutomatic_OrNot(string text, bool isSaidBefore, bool isAutomatic) =>
        Assert.Equal(isAutomatic, AutomaticText.Is(text, isSaidBefore));

    [Theory]
    [InlineData("+31612345678", "+31612345678")]
    [InlineData("31612345678", "+31612345678")]
    [InlineData("0031612345678", "+31612345678")]
    [InlineData("0612345678", "+31612345678")]
    [InlineData("32475123456", "+32475123456")]
    [InlineData("31991000042", "+31991000042")]
    [InlineData("4411", null)]
    [InlineData("KPN", null)]
    [InlineData("", null)]
    [InlineData("+", null)]
    [InlineData("+316 123 45678", null)]
    [InlineData("99999999999999999999", null)]
    public void Sender_AsANetworkWritesIt_IsANumberOrNone(string from, string? number) => Assert.Equal(number, SenderNumber.Read(from));
}
