namespace Burgernet.Api.Sms;

/// <summary>A text written otherwise, in gsm7.</summary>
/// <param name="Text">It.</param>
/// <param name="Segments">SMS that it takes.</param>
/// <param name="UnitsLeft">Units that may be added before it takes one more.</param>
public sealed record SmsOfferJson(string Text, int Segments, int UnitsLeft)
{
    /// <summary>Euro for each person who gets it; absent where no kind was said.</summary>
    public decimal? EuroPerPerson { get; init; }
}
