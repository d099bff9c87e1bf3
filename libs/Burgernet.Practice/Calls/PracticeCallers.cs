using System.Collections.Concurrent;
using System.Net;
using Burgernet.Sip;
using Burgernet.Sip.Media;

namespace Burgernet.Practice;

/// <summary>Phones that call back: each call goes to whoever called from that number last, which is on this machine, as all that this carrier knows.</summary>
internal sealed class PracticeCallers(PracticeExchange exchange, AudioMessage? words) : ISipCallOwner
{
    private static readonly TimeSpan LongestRing = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, IPEndPoint> _callers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<IPEndPoint, SipTrunk> _trunks = new();
    private readonly ConcurrentDictionary<long, PracticeCaller> _calls = new();
    private SipEndpoint? _endpoint;
    private long _lastTag;

    /// <summary>Calls under way.</summary>
    public int UnderWay => _calls.Count;

    /// <summary>From now on phones can call.</summary>
    public void Open(SipEndpoint endpoint) => Volatile.Write(ref _endpoint, endpoint);

    /// <summary>Somebody called and showed a number: who calls that number reaches them.</summary>
    public void Remember(string shown, IPEndPoint caller) => _callers[shown] = caller;

    /// <summary>A phone calls back a number by and by, if it is one that does.</summary>
    /// <param name="index">The phone.</param>
    /// <param name="shown">The number that called it.</param>
    public void Consider(int index, string shown)
    {
        var habits = exchange.Options.CallBacks;
        var dice = new PracticeDice(exchange.Options.Seed, index);
        if (dice.Uniform(PracticeDraw.CallsBack) < habits.Share)
        {
            var wait = habits.After * (0.5 + dice.Uniform(PracticeDraw.CallsBackAfter)) * exchange.Options.Pace;
            ITimer? timer = null;
            timer = exchange.Time.CreateTimer(
                _ =>
                {
                    timer?.Dispose();
                    _ = TryCall(PracticeNumbers.Format(index), shown, key: null);
                },
                null,
                wait,
                Timeout.InfiniteTimeSpan
            );
        }
    }

    /// <summary>A phone calls.</summary>
    /// <param name="from">Its number.</param>
    /// <param name="to">Whom: a number that called somebody here.</param>
    /// <param name="key">What it presses a second after the answer, or null.</param>
    /// <returns>False where nobody has called from that number, no channel is free, or the carrier stops.</returns>
    public bool TryCall(string from, string to, char? key)
    {
        if (Volatile.Read(ref _endpoint) is not { } endpoint || !_callers.TryGetValue(to, out var node) || !exchange.TryBeginCaller())
        {
            return false;
        }

        var tag = Interlocked.Increment(ref _lastTag);
        _calls[tag] = new PracticeCaller(exchange, endpoint, key);
        endpoint.PlaceCall(
            new SipCallRequest
            {
                Trunk = _trunks.GetOrAdd(node, peer => endpoint.AddTrunk(new SipTrunkOptions { Name = $"phones to {peer}", Peer = peer })),
                To = to,
                From = from,
                Message = words,
                StaysOpen = true,
                RingLimit = LongestRing,
                Tag = tag,
                Owner = this,
            }
        );
        return true;
    }

    bool ISipCallOwner.MayStart(long tag) => true;

    void ISipCallOwner.OnNews(in SipCallNews news)
    {
        if (!_calls.TryGetValue(news.Tag, out var caller))
        {
            return;
        }

        if (news.Kind == SipCallNewsKind.Answered)
        {
            caller.Answered(news.Call);
        }
        else if (news.Kind == SipCallNewsKind.Ended && _calls.TryRemove(news.Tag, out _))
        {
            caller.Dispose();
            exchange.EndCaller(caller.IsAnswered);
        }
    }
}
