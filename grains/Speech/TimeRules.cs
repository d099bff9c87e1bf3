using System.Globalization;
using System.Text.RegularExpressions;

namespace Burgernet.Grains.Speech;

/// <summary>Times of day: <c>14:30</c>, <c>14.30 uur</c>, <c>14u30</c>, <c>9 u</c>, <c>2:30 pm</c>, <c>2 p.m.</c></summary>
internal static partial class TimeRules
{
    public static int Say(WrittenText written, int at)
    {
        foreach (var pattern in new[] { Clock(), Dotted(), Hour() })
        {
            var match = pattern.Match(written.Text, at);
            if (match.Success && Read(match, written.Language) is { } said)
            {
                return written.Take(match.Length, said);
            }
        }

        return 0;
    }

    private static string? Read(Match match, SpeechLanguage language)
    {
        var hour = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"].Success ? char.ToLowerInvariant(match.Groups["half"].Value[0]) : (char?)null;
        return (half is null || hour is >= 1 and <= 12) && (hour < 24 || (hour == 24 && minute == 0))
            ? language.Time(hour, minute, half)
            : null;
    }

    [GeneratedRegex(
        @"\G(?<h>\d{1,2})(?::|u|h)(?<m>[0-5]\d)(?![\p{N}:]|[.,]\d)(?:[ \u00A0]?(?:uur|u|hours|hrs|h|(?<half>[aApP])\.?[mM]\.?)(?![\p{L}\p{N}]))?(?!\p{L})",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"\G(?<h>\d{1,2})\.(?<m>[0-5]\d)[ \u00A0]?(?:uur|u|hours|hrs|h|(?<half>[aApP])\.?[mM]\.?)(?![\p{L}\p{N}/])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Dotted();

    [GeneratedRegex(
        @"\G(?<h>\d{1,2})[ \u00A0]?(?:uur|u|hrs|(?<half>[aApP])\.?[mM]\.?)(?![\p{L}\p{N}/])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Hour();
}
