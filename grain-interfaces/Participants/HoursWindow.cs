namespace Burgernet.Participants;

/// <summary>A time of the day on some days of the week, Dutch wall-clock time.</summary>
/// <param name="Days">The days on which it begins, at least one.</param>
/// <param name="FromMinute">Minute of the day that it begins at, 0 to 1439.</param>
/// <param name="UntilMinute">Minute of the day that it ends before, 1 to 1440; when not after <paramref name="FromMinute"/>, of the next day.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.hours-window")]
public readonly record struct HoursWindow(
    [property: Id(0)] DaysOfWeek Days,
    [property: Id(1)] int FromMinute,
    [property: Id(2)] int UntilMinute
)
{
    /// <summary>Minutes in a day by the wall clock.</summary>
    public const int MinutesADay = 1440;

    /// <summary>Whether days and minutes lie in their ranges. From and until may be equal: a whole day from that minute.</summary>
    public bool IsValid =>
        Days is > DaysOfWeek.None and <= DaysOfWeek.All && FromMinute is >= 0 and < MinutesADay && UntilMinute is > 0 and <= MinutesADay;
}
