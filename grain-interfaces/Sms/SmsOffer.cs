namespace Burgernet.Sms;

/// <summary>Another way to write a text.</summary>
/// <param name="Text">It, in GSM 03.38.</param>
/// <param name="Segments">SMS that it takes.</param>
/// <param name="UnitsLeft">Septets that may be added before it takes one more.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.sms-offer")]
public sealed record SmsOffer([property: Id(0)] string Text, [property: Id(1)] int Segments, [property: Id(2)] int UnitsLeft);
