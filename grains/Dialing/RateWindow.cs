namespace Burgernet.Grains.Dialing;

/// <summary>A limit of n starts in any second, exact, and spread out: no more than a tenth of them in any tenth of a second. No clock of its own.</summary>
/// <remarks>A carrier counts when it handles a call, not when we send it: starts that leave evenly stay within its limit even when it stalls for a moment.</remarks>
internal sealed class RateWindow(long ticksPerSecond)
{
    /// <summary>Added to the second: what the way from here to the carrier's counter may vary.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(50);

    private const int Parts = 10;

    private readonly Queue<long> _starts = new();
    private readonly long _window = ticksPerSecond + (long)(Margin.TotalSeconds * ticksPerSecond);
    private readonly Queue<long> _recent = new();
    private readonly long _part = ticksPerSecond / Parts;

    /// <summary>How many may start now.</summary>
    /// <param name="now">Monotonic ticks.</param>
    /// <param name="perSecond">The limit at this moment.</param>
    public int Available(long now, int perSecond)
    {
        Forget(_starts, now - _window);
        Forget(_recent, now - _part);
        var inPart = (perSecond + Parts - 1) / Parts;
        return Math.Max(0, Math.Min(perSecond - _starts.Count, inPart - _recent.Count));
    }

    /// <summary>How many are left of the limit, spread out or not: none is what it means to be full.</summary>
    /// <param name="now">Monotonic ticks.</param>
    /// <param name="perSecond">The limit at this moment.</param>
    public int Left(long now, int perSecond)
    {
        Forget(_starts, now - _window);
        return Math.Max(0, perSecond - _starts.Count);
    }

    /// <summary>Something starts now.</summary>
    public void Start(long now)
    {
        _starts.Enqueue(now);
        _recent.Enqueue(now);
    }

    private static void Forget(Queue<long> starts, long until)
    {
        while (starts.TryPeek(out var start) && start <= until)
        {
            starts.Dequeue();
        }
    }
}
