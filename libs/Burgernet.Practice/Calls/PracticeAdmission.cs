namespace Burgernet.Practice;

/// <summary>Counts channels and calls per second. Not thread-safe; time is given, none is read.</summary>
/// <param name="channels">Most calls at once.</param>
/// <param name="callsPerSecond">Most calls admitted in any window of one second.</param>
internal sealed class PracticeAdmission(int channels, int callsPerSecond)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Queue<TimeSpan> _offered = new();
    private readonly Queue<TimeSpan> _admitted = new();

    /// <summary>Calls that hold a channel now.</summary>
    public int InUse { get; private set; }

    /// <summary>Most calls at once so far.</summary>
    public int PeakInUse { get; private set; }

    /// <summary>Most INVITEs, admitted or not, in any window of one second so far.</summary>
    public int PeakOffered { get; private set; }

    /// <summary>Most admitted calls in any window of one second so far.</summary>
    public int PeakAdmitted { get; private set; }

    /// <summary>Notes an INVITE, whatever becomes of it.</summary>
    /// <param name="now">Monotonic time, never earlier than at the call before.</param>
    public void Offer(TimeSpan now)
    {
        Slide(_offered, now);
        _offered.Enqueue(now);
        PeakOffered = Math.Max(PeakOffered, _offered.Count);
    }

    /// <summary>Takes a channel where the limits allow it. A refused call does not count against the rate: a flood cannot starve itself for ever.</summary>
    /// <param name="now">Monotonic time, never earlier than at the call before.</param>
    public PracticeVerdict TryAdmit(TimeSpan now)
    {
        if (InUse >= channels)
        {
            return PracticeVerdict.ChannelsFull;
        }

        Slide(_admitted, now);
        if (_admitted.Count >= callsPerSecond)
        {
            return PracticeVerdict.TooFast;
        }

        _admitted.Enqueue(now);
        PeakAdmitted = Math.Max(PeakAdmitted, _admitted.Count);
        InUse++;
        PeakInUse = Math.Max(PeakInUse, InUse);
        return PracticeVerdict.Admitted;
    }

    /// <summary>Gives a channel back.</summary>
    public void Release() => InUse--;

    private static void Slide(Queue<TimeSpan> window, TimeSpan now)
    {
        while (window.TryPeek(out var oldest) && now - oldest >= Window)
        {
            _ = window.Dequeue();
        }
    }
}
