namespace Burgernet.Practice;

/// <summary>Counts segments per second. Not thread-safe; time is given, none is read.</summary>
/// <param name="perSecond">Most that are taken in any window of one second.</param>
internal sealed class PracticeSmsRate(int perSecond)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Queue<TimeSpan> _offered = new();
    private readonly Queue<TimeSpan> _taken = new();

    /// <summary>Most submits, taken or not, in any window of one second so far.</summary>
    public int PeakOffered { get; private set; }

    /// <summary>Most taken in any window of one second so far.</summary>
    public int PeakTaken { get; private set; }

    /// <summary>Notes a submit, whatever becomes of it.</summary>
    /// <param name="now">Monotonic time, never earlier than at the call before.</param>
    public void Offer(TimeSpan now)
    {
        Slide(_offered, now);
        _offered.Enqueue(now);
        PeakOffered = Math.Max(PeakOffered, _offered.Count);
    }

    /// <summary>Whether the second has room for one more. Ask before <see cref="Take"/>.</summary>
    /// <param name="now">Monotonic time, never earlier than at the call before.</param>
    public bool HasRoom(TimeSpan now)
    {
        Slide(_taken, now);
        return _taken.Count < perSecond;
    }

    /// <summary>Counts one that is taken. One that is refused does not count: a flood cannot starve itself for ever.</summary>
    /// <param name="now">Monotonic time, never earlier than at the call before.</param>
    public void Take(TimeSpan now)
    {
        _taken.Enqueue(now);
        PeakTaken = Math.Max(PeakTaken, _taken.Count);
    }

    private static void Slide(Queue<TimeSpan> window, TimeSpan now)
    {
        while (window.TryPeek(out var oldest) && now - oldest >= Window)
        {
            _ = window.Dequeue();
        }
    }
}
