using System.Globalization;
using Burgernet.Sms;

namespace Burgernet.Api.Sms;

/// <summary>What a dispatcher is told about a text, in both languages. Pure.</summary>
internal static class SmsNotice
{
    private const int MostNamed = 5;

    /// <summary>The sentences; both null where there is nothing to say.</summary>
    public static (string? Dutch, string? English) Of(SmsMeasure measure) =>
        measure switch
        {
            { Offer: { } offer } => (
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Door {Named(measure, "en")} beslaat deze tekst {measure.Segments} sms'en; anders geschreven {offer.Segments}."
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Because of {Named(measure, "and")} this text takes {measure.Segments} SMS; written otherwise {offer.Segments}."
                )
            ),
            _ when measure.Segments > measure.MostSegments => (
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Deze tekst beslaat {measure.Segments} sms'en; ten hoogste {measure.MostSegments} gaan als één bericht."
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"This text takes {measure.Segments} SMS; at most {measure.MostSegments} go as one message."
                )
            ),
            { Forcing.Length: > 0, Segments: > 1 } => (
                $"Door {Named(measure, "en")} passen er in elke sms 67 tekens in plaats van 153.",
                $"Because of {Named(measure, "and")} each SMS holds 67 characters instead of 153."
            ),
            { Forcing.Length: > 0 } => (
                $"Door {Named(measure, "en")} passen er in deze sms 70 tekens in plaats van 160.",
                $"Because of {Named(measure, "and")} this SMS holds 70 characters instead of 160."
            ),
            _ => (null, null),
        };

    private static string Named(SmsMeasure measure, string and)
    {
        string[] named = [.. measure.Forcing.Take(MostNamed).Select(forcing => forcing.Character)];
        return measure.Forcing.Length > MostNamed ? string.Join(", ", named) + ", …"
            : named.Length == 1 ? named[0]
            : $"{string.Join(", ", named[..^1])} {and} {named[^1]}";
    }
}
