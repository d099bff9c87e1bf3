namespace Burgernet.Practice;

/// <summary>One moment by two clocks.</summary>
/// <param name="Utc">Wall clock, UTC.</param>
/// <param name="Monotonic">Time since the monotonic clock's own zero; two processes of one machine share it on Linux (CLOCK_MONOTONIC), so their records compare.</param>
public readonly record struct PracticeMoment(DateTimeOffset Utc, TimeSpan Monotonic)
{
    /// <summary>This moment.</summary>
    /// <param name="time">The clock.</param>
    public static PracticeMoment Now(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        // GetElapsedTime(0) goes through a double, whose last bit shows after some weeks.
        var ticks = (Int128)time.GetTimestamp() * TimeSpan.TicksPerSecond / time.TimestampFrequency;
        return new PracticeMoment(time.GetUtcNow(), TimeSpan.FromTicks((long)ticks));
    }
}
