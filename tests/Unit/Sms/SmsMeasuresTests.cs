using Burgernet.Grains.Sms;
using Burgernet.Sms;
using Xunit;

namespace Burgernet.Tests.Unit.Sms;

/// <summary>What texts cost as SMS, and what is offered instead. A tilde and a number stand for so many letters.</summary>
public sealed class SmsMeasuresTests
{
    [Theory]
    // One SMS of 160 is whole in GSM 03.38; é, €, à, ö and Ç are in it.
    [InlineData("Kind vermist", SmsEncoding.Gsm7, 12, 1, 148, "", null)]
    [InlineData("Café €5 à Zoë?", SmsEncoding.Ucs2, 14, 1, 56, "ë:e", null)]
    [InlineData("Café €5 à Köln Ç", SmsEncoding.Gsm7, 17, 1, 143, "", null)]
    // A curly quote, quotes, a dash, ê, ë: each would make two of one.
    [InlineData("’s middags gezien ~90", SmsEncoding.Ucs2, 108, 2, 26, "’:'", "'s middags gezien ~90")]
    [InlineData("“rode jas” ~90", SmsEncoding.Ucs2, 101, 2, 33, "“:\",”:\"", "\"rode jas\" ~90")]
    [InlineData("Brink – Schalkhaar ~90", SmsEncoding.Ucs2, 109, 2, 25, "–:-", "Brink - Schalkhaar ~90")]
    [InlineData("Crêpe ~90", SmsEncoding.Ucs2, 96, 2, 38, "ê:e", "Crepe ~90")]
    [InlineData("Café Zoë… ~90", SmsEncoding.Ucs2, 100, 2, 34, "ë:e,…:...", "Café Zoe... ~90")]
    // An emoji has no other way, and a text that stays one SMS is left alone.
    [InlineData("🚨 ’s ~90", SmsEncoding.Ucs2, 96, 2, 38, "🚨:-,’:'", null)]
    [InlineData("’s middags", SmsEncoding.Ucs2, 10, 1, 60, "’:'", null)]
    // What is written otherwise may be longer: no offer where that saves nothing.
    [InlineData("½½ ~67", SmsEncoding.Ucs2, 70, 1, 0, "½:1/2", null)]
    public void Text_IsMeasured_AndOfferedOtherwise_OnlyWhereThatTakesFewer(
        string text,
        SmsEncoding encoding,
        int units,
        int segments,
        int left,
        string forcing,
        string? offer
    )
    {
        var measure = SmsMeasures.Of(Filled(text), euroPerSms: null);

        Assert.Equal((encoding, units, segments, left), (measure.Encoding, measure.Units, measure.Segments, measure.UnitsLeft));
        Assert.Equal(forcing, string.Join(',', measure.Forcing.Select(one => $"{one.Character}:{one.Instead ?? "-"}")));
        Assert.Equal(offer is null ? null : Filled(offer), measure.Offer?.Text);
        Assert.Equal(offer is null ? null : 1, measure.Offer?.Segments);
    }

    [Fact]
    public void Offer_SaysWhatIsLeft_AndIsItselfWithoutAnOffer()
    {
        var measure = SmsMeasures.Of(Filled("’s middags ~90"), euroPerSms: 0.06m);
        var again = SmsMeasures.Of(measure.Offer!.Text, euroPerSms: 0.06m);

        Assert.Equal((SmsEncoding.Gsm7, 1, measure.Offer.UnitsLeft), (again.Encoding, again.Segments, again.UnitsLeft));
        Assert.Null(again.Offer);
        Assert.Empty(again.Forcing);
        Assert.Equal((10, 0.06m), (measure.MostSegments, measure.EuroPerSms));
    }

    /// <summary>The text with a tilde and a number at its end replaced by so many letters.</summary>
    private static string Filled(string text) =>
        text.Split('~') is [var start, var number]
            ? start + new string('a', int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))
            : text;
}
