using System.Globalization;
using Burgernet.Participants;

namespace Burgernet.Grains.Imports;

/// <summary>Weekly hours as text: <c>mo-fr 08:00-18:00 | sa,su 10:00-01:00</c>, in Dutch <c>ma-vr 08:00-18:00 | za,zo 10:00-01:00</c>; <c>daily</c> or <c>dagelijks</c> for every day; nothing for always.</summary>
internal static class HoursText
{
    private const char BetweenWindows = '|';
    private const int DaysAWeek = 7;

    private static readonly string[] English = ["mo", "tu", "we", "th", "fr", "sa", "su"];
    private static readonly string[] Dutch = ["ma", "di", "wo", "do", "vr", "za", "zo"];

    /// <summary>Reads it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hours">The hours, or always where it cannot be read.</param>
    public static bool TryRead(string text, out WeeklyHours hours)
    {
        hours = WeeklyHours.Always;
        if (text.Length == 0)
        {
            return true;
        }

        var parts = text.Split(BetweenWindows, StringSplitOptions.TrimEntries);
        var windows = new HoursWindow[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (Window(parts[i]) is not { } window)
            {
                return false;
            }

            windows[i] = window;
        }

        return WeeklyHours.TryCreate(windows, out hours);
    }

    /// <summary>Writes hours as <see cref="TryRead"/> reads them, in English.</summary>
    public static string Write(WeeklyHours hours) =>
        string.Join(
            " | ",
            hours.Windows.Select(window =>
                string.Create(CultureInfo.InvariantCulture, $"{Days(window.Days)} {Clock(window.FromMinute)}-{Clock(window.UntilMinute)}")
            )
        );

    private static HoursWindow? Window(string text)
    {
        var space = text.LastIndexOf(' ');
        var times = text[(space + 1)..].Split('-');
        return
            space > 0
            && times.Length == 2
            && ReadDays(text[..space]) is { } days
            && Minute(times[0], HoursWindow.MinutesADay - 1) is { } from
            && Minute(times[1], HoursWindow.MinutesADay) is { } until
            // Until midnight is until the end of the day, however it is written.
            ? new HoursWindow(days, from, until == 0 ? HoursWindow.MinutesADay : until)
            : null;
    }

    private static DaysOfWeek? ReadDays(string text)
    {
        if (text.Equals("daily", StringComparison.OrdinalIgnoreCase) || text.Equals("dagelijks", StringComparison.OrdinalIgnoreCase))
        {
            return DaysOfWeek.All;
        }

        var days = DaysOfWeek.None;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            var (first, last) = (Day(ends[0]), Day(ends[^1]));
            if (ends.Length > 2 || first < 0 || last < 0)
            {
                return null;
            }

            for (var day = first; ; day = (day + 1) % DaysAWeek)
            {
                days |= (DaysOfWeek)(1 << day);
                if (day == last)
                {
                    break;
                }
            }
        }

        return days;
    }

    private static int Day(string text) =>
        Math.Max(
            Array.FindIndex(English, day => day.Equals(text, StringComparison.OrdinalIgnoreCase)),
            Array.FindIndex(Dutch, day => day.Equals(text, StringComparison.OrdinalIgnoreCase))
        );

    private static int? Minute(string text, int most) =>
        text is [_, _, ':', _, _]
        && int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
        && int.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
        && minute < 60
        && (hour * 60) + minute <= most
            ? (hour * 60) + minute
            : null;

    private static string Days(DaysOfWeek days) =>
        days == DaysOfWeek.All
            ? "daily"
            : string.Join(
                ',',
                Enumerable.Range(0, DaysAWeek).Where(day => days.HasFlag((DaysOfWeek)(1 << day))).Select(day => English[day])
            );

    private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:D2}:{minute % 60:D2}");
}
