namespace Burgernet.Grains.Dialing;

/// <summary>The time by which shares of a carrier are given and end: the clock of the database that the nodes share, carried on by this machine's monotonic clock. Any thread.</summary>
/// <remarks>
/// Shares that one node stores and another takes up must end at one moment for both, and a wall clock that steps must end none: the dialer that holds it goes by
/// its monotonic clock, and would go on calling with lines that others were given meanwhile. Where there is no such clock (SQLite, one node), and until it was
/// asked for the first time, it is the wall clock.
/// </remarks>
/// <param name="time">This machine's clocks.</param>
public sealed class LeaseClock(TimeProvider time)
{
    private volatile Reading? _reading;

    /// <summary>What it is.</summary>
    public DateTimeOffset Now => _reading is { } reading ? reading.Told + time.GetElapsedTime(reading.At) : time.GetUtcNow();

    /// <summary>The database's clock was read.</summary>
    /// <param name="told">What it said.</param>
    /// <param name="at">Monotonic ticks of that moment.</param>
    public void Set(DateTimeOffset told, long at) => _reading = new Reading(told, at);

    private sealed record Reading(DateTimeOffset Told, long At);
}
