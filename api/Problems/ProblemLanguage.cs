using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Burgernet.Api.Problems;

/// <summary>Chooses between Dutch and English by Accept-Language (RFC 9110 §12.5.4); English when in doubt.</summary>
internal static class ProblemLanguage
{
    public static bool IsDutch(StringValues acceptLanguage)
    {
        if (!StringWithQualityHeaderValue.TryParseList([.. acceptLanguage.OfType<string>()], out var ranges))
        {
            return false;
        }

        return Quality(ranges, "nl") > Quality(ranges, "en");
    }

    /// <summary>For pages that people see: Dutch when in doubt.</summary>
    public static bool IsEnglish(StringValues acceptLanguage) =>
        StringWithQualityHeaderValue.TryParseList([.. acceptLanguage.OfType<string>()], out var ranges)
        && Quality(ranges, "en") > Quality(ranges, "nl");

    private static double Quality(IList<StringWithQualityHeaderValue> ranges, string language)
    {
        var best = 0.0;
        foreach (var range in ranges)
        {
            if (
                range.Value.Equals(language, StringComparison.OrdinalIgnoreCase)
                || range.Value.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase)
            )
            {
                best = Math.Max(best, range.Quality ?? 1);
            }
        }

        return best;
    }
}
