using Burgernet.Sip;

namespace Burgernet.Benchmarks.Load.Streams;

/// <summary>Remembers the keys of each call, in order.</summary>
/// <param name="calls">How many calls there will be; their tags count from 0.</param>
internal sealed class KeyTally(int calls) : ISipCallOwner
{
    private const int Room = InboundKeys.Count * 2;

    private readonly char[] _keys = new char[calls * Room];
    private readonly int[] _counts = new int[calls];
    private int _good;
    private int _ended;

    public int Ended => Volatile.Read(ref _ended);

    /// <summary>Calls that were answered and ended by us.</summary>
    public int Good => Volatile.Read(ref _good);

    public bool MayStart(long tag) => true;

    public void OnNews(in SipCallNews news)
    {
        if (news.Kind == SipCallNewsKind.Key)
        {
            var at = _counts[news.Tag]++;
            if (at < Room)
            {
                _keys[(news.Tag * Room) + at] = news.Key;
            }
        }
        else if (news.Kind == SipCallNewsKind.Ended)
        {
            _good += news.End == SipCallEnd.HungUpByUs ? 1 : 0;
            Volatile.Write(ref _ended, _ended + 1);
        }
    }

    /// <summary>Keys heard in their place, keys missing, and keys that nobody pressed.</summary>
    public (int Heard, int Missing, int Invented) Compare()
    {
        var (heard, missing, invented) = (0, 0, 0);
        for (var call = 0; call < calls; call++)
        {
            var keys = _keys.AsSpan(call * Room, Math.Min(Room, _counts[call]));
            var place = 0;
            for (var i = 0; i < InboundKeys.Count; i++)
            {
                var isThere = place < keys.Length && keys[place] == InboundKeys.Of(call, i);
                place += isThere ? 1 : 0;
                heard += isThere ? 1 : 0;
                missing += isThere ? 0 : 1;
            }

            invented += _counts[call] - place;
        }

        return (heard, missing, invented);
    }
}
