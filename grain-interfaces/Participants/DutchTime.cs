namespace Burgernet.Participants;

/// <summary>What clocks and calendars in the Netherlands show.</summary>
public static class DutchTime
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>An instant by the wall clock in Europe/Amsterdam, daylight saving included.</summary>
    public static DateTimeOffset At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Amsterdam);
}
