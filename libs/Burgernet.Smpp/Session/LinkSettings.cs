namespace Burgernet.Smpp.Session;

/// <summary>Bounds of one connection, either side.</summary>
internal sealed record LinkSettings
{
    public required int Window { get; init; }

    public required int MaxQueued { get; init; }

    public required int MaxIncoming { get; init; }

    public required TimeSpan ResponseTimeout { get; init; }

    public required TimeSpan EnquireInterval { get; init; }

    public required TimeSpan WriteTimeout { get; init; }

    /// <summary>How often clocks are looked at: an eighth of the shortest of the above, from 10 ms to 1 s.</summary>
    public TimeSpan Tick
    {
        get
        {
            var shortest = Math.Min(ResponseTimeout.Ticks, WriteTimeout.Ticks);
            if (EnquireInterval > TimeSpan.Zero)
            {
                shortest = Math.Min(shortest, EnquireInterval.Ticks);
            }

            return TimeSpan.FromTicks(Math.Clamp(shortest / 8, TimeSpan.TicksPerMillisecond * 10, TimeSpan.TicksPerSecond));
        }
    }
}
