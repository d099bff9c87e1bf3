namespace Burgernet.Tests.Scenarios.Nodes;

/// <summary>The machine's clock, moved on by hand: the wall shows later, and timers go on as they went.</summary>
internal sealed class MovedClock : TimeProvider
{
    private long _ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _ticks));

    public void Move(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
