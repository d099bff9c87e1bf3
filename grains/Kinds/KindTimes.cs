using System.Globalization;

namespace Burgernet.Grains.Kinds;

/// <summary>Times as settings write them. Pure.</summary>
internal static class KindTimes
{
    /// <summary>Most further tries.</summary>
    public const int MostRetries = 5;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDeadline = TimeSpan.FromDays(7);

    /// <summary>Reads <c>00:01:00,00:03:00</c> or <c>none</c>; null where it cannot be right.</summary>
    public static IReadOnlyList<TimeSpan>? Retries(string text)
    {
        if (text == KindSettings.None)
        {
            return [];
        }

        var times = text.Split(',').Select(time => Time(time.Trim(), TimeSpan.FromDays(1) - Shortest)).ToArray();
        return times.Length <= MostRetries && Array.TrueForAll(times, time => time is not null) ? [.. times.OfType<TimeSpan>()] : null;
    }

    /// <summary>Reads <c>02:00:00</c>; null for <c>none</c> and where it cannot be right.</summary>
    public static TimeSpan? Deadline(string text) => Time(text, LongestDeadline);

    private static TimeSpan? Time(string text, TimeSpan longest) =>
        TimeSpan.TryParseExact(text, ["c", @"hh\:mm\:ss"], CultureInfo.InvariantCulture, out var time)
        && time >= Shortest
        && time <= longest
            ? time
            : null;
}
