using Burgernet.Sms;

namespace Burgernet.Api.Sms;

/// <summary>What a text costs as SMS.</summary>
public sealed record SmsMeasureJson
{
    /// <summary>How it travels: <c>gsm7</c> (160 characters in one SMS) or <c>ucs2</c> (70).</summary>
    public required SmsEncoding Encoding { get; init; }

    /// <summary>SMS that it takes.</summary>
    public required int Segments { get; init; }

    /// <summary>The most SMS that go as one message; a text that takes more is refused in a draft.</summary>
    public required int MostSegments { get; init; }

    /// <summary>Its length as it travels: some characters of gsm7, and an emoji, count two.</summary>
    public required int Units { get; init; }

    /// <summary>Such units that each of its SMS holds.</summary>
    public required int UnitsPerSegment { get; init; }

    /// <summary>Such units that may be added before it takes one more SMS.</summary>
    public required int UnitsLeft { get; init; }

    /// <summary>Each character that makes it ucs2, once.</summary>
    public required IReadOnlyList<SmsForcingJson> Forcing { get; init; }

    /// <summary>The text written otherwise, where that takes fewer SMS. Nothing is changed unless the dispatcher takes it.</summary>
    public SmsOfferJson? Offer { get; init; }

    /// <summary>Euro for each person who gets it; absent where no kind was said.</summary>
    public decimal? EuroPerPerson { get; init; }

    /// <summary>What is to be said about it, in Dutch; absent where there is nothing.</summary>
    public string? NoticeDutch { get; init; }

    /// <summary>The same in English.</summary>
    public string? NoticeEnglish { get; init; }

    internal static SmsMeasureJson Of(SmsMeasure measure)
    {
        var (dutch, english) = SmsNotice.Of(measure);
        return new()
        {
            Encoding = measure.Encoding,
            Segments = measure.Segments,
            MostSegments = measure.MostSegments,
            Units = measure.Units,
            UnitsPerSegment = measure.UnitsPerSegment,
            UnitsLeft = measure.UnitsLeft,
            Forcing = [.. measure.Forcing.Select(forcing => new SmsForcingJson(forcing.Character) { Instead = forcing.Instead })],
            Offer = measure.Offer is { } offer
                ? new SmsOfferJson(offer.Text, offer.Segments, offer.UnitsLeft) { EuroPerPerson = offer.Segments * measure.EuroPerSms }
                : null,
            EuroPerPerson = measure.Segments * measure.EuroPerSms,
            NoticeDutch = dutch,
            NoticeEnglish = english,
        };
    }
}
