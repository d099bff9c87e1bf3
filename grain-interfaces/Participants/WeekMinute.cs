namespace Burgernet.Participants;

/// <summary>A minute of the Dutch week by the wall clock: what the hours of many participants are held against at one instant.</summary>
/// <param name="Day">0 for Monday to 6 for Sunday.</param>
/// <param name="Minute">Minute of that day, 0 to 1439.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.week-minute")]
public readonly record struct WeekMinute([property: Id(0)] int Day, [property: Id(1)] int Minute)
{
    /// <summary>The minute that clocks in the Netherlands show at an instant, daylight saving included.</summary>
    public static WeekMinute At(DateTimeOffset instant)
    {
        var local = DutchTime.At(instant);
        return new WeekMinute(((int)local.DayOfWeek + 6) % 7, (local.Hour * 60) + local.Minute);
    }
}
