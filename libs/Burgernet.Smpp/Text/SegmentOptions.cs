namespace Burgernet.Smpp.Text;

/// <summary>How texts become SMS.</summary>
public sealed record SegmentOptions
{
    /// <summary>The one that suits nearly every SMSC.</summary>
    public static SegmentOptions Default { get; } = new();

    /// <summary>How a long text is cut. Default <see cref="SegmentMethod.Header8"/>.</summary>
    public SegmentMethod Method { get; init; } = SegmentMethod.Header8;

    /// <summary>The 7-bit alphabet. Default GSM 03.38 without a national table, which every handset reads.</summary>
    public GsmAlphabet Alphabet { get; init; } = GsmAlphabet.Default;

    /// <summary>Whether a text that GSM 03.38 does not hold goes as Latin-1 where that does. Default no: handsets get it as UCS-2 anyway, and some SMSCs refuse data_coding 3.</summary>
    public bool AllowsLatin1 { get; init; }

    /// <summary>Most segments of one text. Default 10; 255 is what a header can number.</summary>
    public int MaxSegments { get; init; } = 10;
}
