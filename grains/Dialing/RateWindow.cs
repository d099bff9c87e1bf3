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

    /// <summary>How many may start now that take so much of the limit each. What weighs more than a tenth of it goes alone, once as much of the second is free as there is.</summary>
    /// <param name="now">Monotonic ticks.</param>
    /// <param name="perSecond">The limit at this moment.</param>
    /// <param name="weight">What each takes, 1 or more.</param>
    public int Available(long now, int perSecond, int weight)
    {
        var available = Available(now, perSecond) / weight;
        return weight == 1 || available > 0 || perSecond == 0 || _recent.Count > 0 ? available
            : Left(now, perSecond) >= Math.Min(weight, perSecond) ? 1
            : 0;
    }

    /// <summary>How many started in the last second, and its margin.</summary>
    /// <param name="now">Monotonic ticks.</param>
    public int Count(long now)
    {
        Forget(_starts, now - _window);
        return _starts.Count;
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
    /// <param name="now">Monotonic ticks.</param>
    /// <param name="weight">What it takes of the limit.</param>
    public void Start(long now, int weight = 1)
    {
        for (var i = 0; i < weight; i++)
        {
            _starts.Enqueue(now);
            _recent.Enqueue(now);
        }
    }

    private static void Forget(Queue<long> starts, long until)
    {
        while (starts.TryPeek(out var start) && start <= until)
        {
            starts.Dequeue();
        }
    }
}
