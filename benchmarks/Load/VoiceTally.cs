using Burgernet.Sip;

namespace Burgernet.Benchmarks.Load;

/// <summary>Counts what becomes of the calls of a run, without allocating.</summary>
internal sealed class VoiceTally : ISipCallOwner
{
    private readonly long[] _ended = new long[Enum.GetValues<SipCallEnd>().Length];
    private long _total;

    public long Ended => Volatile.Read(ref _total);

    public long Good => Volatile.Read(ref _ended[(int)SipCallEnd.HungUpByUs]);

    public bool MayStart(long tag) => true;

    public void OnNews(in SipCallNews news)
    {
        if (news.Kind == SipCallNewsKind.Ended)
        {
            Interlocked.Increment(ref _ended[(int)news.End]);
            Interlocked.Increment(ref _total);
        }
    }

    public override string ToString() =>
        string.Join(", ", Enum.GetValues<SipCallEnd>().Where(end => _ended[(int)end] > 0).Select(end => $"{end} {_ended[(int)end]}"));
}
