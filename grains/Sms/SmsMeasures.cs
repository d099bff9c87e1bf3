using System.Text;
using Burgernet.Grains.Actions;
using Burgernet.Smpp.Text;
using Burgernet.Sms;

namespace Burgernet.Grains.Sms;

/// <summary>What a text costs as SMS, and how it could cost less. Pure; it offers and changes nothing: the dispatcher chooses.</summary>
internal static class SmsMeasures
{
    /// <summary>Measures a text.</summary>
    /// <param name="text">As it would be sent.</param>
    /// <param name="euroPerSms">The price of an SMS, or null for none.</param>
    public static SmsMeasure Of(string text, decimal? euroPerSms)
    {
        var measure = SegmentCounter.Measure(text);
        return new SmsMeasure
        {
            Encoding = measure.Encoding == TextEncoding.Gsm7 ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2,
            Units = measure.Units,
            UnitsPerSegment = measure.UnitsPerSegment,
            UnitsLeft = measure.UnitsLeft,
            Segments = measure.Segments,
            MostSegments = MessageTexts.MostSegments,
            Forcing =
            [
                .. measure.Forcing.Select(character => new SmsForcing(
                    character,
                    Transliteration.InSevenBits(Rune.GetRuneAt(character, 0), GsmAlphabet.Default)
                )),
            ],
            Offer = measure.Offer is { } offer
                ? new SmsOffer(offer, measure.OfferedSegments, SegmentCounter.Measure(offer).UnitsLeft)
                : null,
            EuroPerSms = euroPerSms,
        };
    }
}
