namespace Burgernet.Sms;

/// <summary>Says what texts cost as SMS before they are sent. Key: 0; many at once.</summary>
[Alias("burgernet.ISmsTexts")]
public interface ISmsTextsGrain : IGrainWithIntegerKey
{
    /// <summary>Measures a text, and offers another way to write it where that takes fewer SMS. Nothing is changed or kept.</summary>
    [Alias("Measure")]
    Task<SmsMeasure> Measure(SmsTextRequest request);
}
