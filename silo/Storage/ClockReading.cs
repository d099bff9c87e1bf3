namespace Burgernet.Silo.Storage;

/// <summary>The database's clock, asked once.</summary>
/// <param name="Offset">How far this machine's wall clock is ahead of it; negative where it is behind.</param>
/// <param name="Error">So far at most is the truth from that: half of the way there and back.</param>
/// <param name="Told">What the database said.</param>
/// <param name="At">Monotonic ticks of the middle of the way there and back.</param>
internal readonly record struct ClockReading(TimeSpan Offset, TimeSpan Error, DateTimeOffset Told, long At)
{
    /// <summary>Makes one. The database answered at some moment of the way there and back: the middle is never further from it than half of that way (RFC 5905 §8).</summary>
    /// <param name="asked">Monotonic ticks from before it was asked.</param>
    /// <param name="wall">The wall clock, read after <paramref name="asked"/> and before it was asked: what lies between the two counts as part of the way.</param>
    /// <param name="told">What the database said.</param>
    /// <param name="answered">Monotonic ticks from after it had answered. The wall clock is not read again: it may have stepped.</param>
    /// <param name="time">Whose ticks they are.</param>
    public static ClockReading Of(long asked, DateTimeOffset wall, DateTimeOffset told, long answered, TimeProvider time)
    {
        var half = time.GetElapsedTime(asked, answered) / 2;
        return new ClockReading(wall + half - told, half, told, asked + ((answered - asked) / 2));
    }
}
