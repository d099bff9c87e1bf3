namespace Burgernet.Sms;

/// <summary>What a text costs as SMS, and what makes it dear.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.sms-measure")]
public sealed record SmsMeasure
{
    /// <summary>How it travels.</summary>
    [Id(0)]
    public required SmsEncoding Encoding { get; init; }

    /// <summary>Units of the whole text: septets, or UTF-16 units.</summary>
    [Id(1)]
    public required int Units { get; init; }

    /// <summary>Units that each of its SMS holds.</summary>
    [Id(2)]
    public required int UnitsPerSegment { get; init; }

    /// <summary>Units that may be added before it takes one more SMS.</summary>
    [Id(3)]
    public required int UnitsLeft { get; init; }

    /// <summary>SMS that it takes.</summary>
    [Id(4)]
    public required int Segments { get; init; }

    /// <summary>The most SMS that go as one message.</summary>
    [Id(5)]
    public required int MostSegments { get; init; }

    /// <summary>Each character that keeps it from GSM 03.38, once, in their order.</summary>
    [Id(6)]
    public required SmsForcing[] Forcing { get; init; }

    /// <summary>The text in GSM 03.38, where every forcing character has another way to be written and that takes fewer SMS; else null.</summary>
    [Id(7)]
    public required SmsOffer? Offer { get; init; }

    /// <summary>Euro for one SMS; null where no kind was said.</summary>
    [Id(8)]
    public required decimal? EuroPerSms { get; init; }
}
