namespace Burgernet.Smpp.Text;

/// <summary>What a text costs as SMS, and what makes it dear.</summary>
/// <param name="Encoding">How it travels.</param>
/// <param name="Units">Septets, octets or UTF-16 units of the whole text, without headers.</param>
/// <param name="UnitsPerSegment">Units that one of its segments holds.</param>
/// <param name="Segments">How many SMS it takes; an empty text takes one.</param>
/// <param name="Forcing">Each character that keeps it from being sent in seven bits, once, in their order.</param>
/// <param name="Offer">The same text in seven bits, where that is possible by writing those characters in another way and saves at least one SMS; else null.</param>
/// <param name="OfferedSegments">How many SMS the offer takes.</param>
public sealed record TextMeasure(
    TextEncoding Encoding,
    int Units,
    int UnitsPerSegment,
    int Segments,
    IReadOnlyList<string> Forcing,
    string? Offer,
    int OfferedSegments
)
{
    /// <summary>Units that may be added before the text takes one more SMS, if none of them needs two.</summary>
    public int UnitsLeft { get; init; }
}
