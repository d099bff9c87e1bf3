using Burgernet.Sip;

namespace Burgernet.Benchmarks.Load;

/// <summary>Counts what becomes of the calls of a run, without allocating.</summary>
internal sealed class VoiceTally : ISipCallOwner
{
    private readonly long[] _ended = new long[Enum.GetValues<SipCallEnd>().Length];
    private long _total;

    /// <summary>Calls that ended, in whatever way.</summary>
    public long Ended => Volatile.Read(ref _total);

    /// <summary>Calls that were answered and ended by us.</summary>
    public long Good => Count(SipCallEnd.HungUpByUs);

    public bool MayStart(long tag) => true;

    /// <summary>Calls that ended in one way.</summary>
    public long Count(SipCallEnd end) => Volatile.Read(ref _ended[(int)end]);

    public void OnNews(in SipCallNews news)
    {
        if (news.Kind == SipCallNewsKind.Ended)
        {
            Interlocked.Increment(ref _ended[(int)news.End]);
            Interlocked.Increment(ref _total);
        }
    }

    /// <summary>Waits until so many have ended; false when they have not after the time.</summary>
    public async Task<bool> DrainAsync(long count, TimeSpan limit, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var looks = limit / timer.Period; looks > 0 && Ended < count; looks--)
        {
            await timer.WaitForNextTickAsync(cancellation);
        }

        return Ended >= count;
    }

    public override string ToString() =>
        string.Join(", ", Enum.GetValues<SipCallEnd>().Where(end => Count(end) > 0).Select(end => $"{end} {Count(end)}"));
}
