using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;

namespace Burgernet.Benchmarks.Coordination;

/// <summary>One silo's way to phones that do not exist: no packet leaves, and each call goes its course on a clock of 10 ms, which stands while there is none.</summary>
/// <remarks>Eight in ten ring for 0.3 s and are answered for 0.5 s, one in ten is busy, one in ten rings for 0.8 s in vain.</remarks>
internal sealed class VirtualTrunk : IVoiceGateways, IVoiceGateway, IDisposable
{
    private const int AskFor = 10;
    private const int Busy = 2;
    private const int Ring = 30;
    private const int Talk = 50;
    private const int MessageMilliseconds = 400;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private readonly Lock _gate = new();
    private readonly List<(VoiceCall Call, VoiceCallNewsKind Next, CallEnd End, int Status)>[] _due;
    private readonly ITimer _clock;
    private int _now;
    private int _underWay;

    public VirtualTrunk()
    {
        _due = [.. Enumerable.Range(0, Ring + Talk + 1).Select(_ => new List<(VoiceCall, VoiceCallNewsKind, CallEnd, int)>())];
        _clock = TimeProvider.System.CreateTimer(_ => TakeTurn(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How long a call holds its line on the average.</summary>
    public static TimeSpan MeanHold => Tick * ((0.9 * (Ring + Talk)) + (0.1 * Busy));

    /// <summary>Calls that were not made because a last look said no.</summary>
    public int Withheld { get; private set; }

    public IVoiceGateway For(string carrier) => this;

    public void Load(Guid actionId, int message, SpokenMessage spoken)
    {
        // There is nobody to play it to.
    }

    public void Unload(Guid actionId)
    {
        // Nothing was loaded.
    }

    public void Limit(int calls, TimeSpan within)
    {
        // No packet leaves.
    }

    public void Place(VoiceCall call)
    {
        lock (_gate)
        {
            if (!call.MayStart(TimeProvider.System))
            {
                Withheld++;
                Say(call, VoiceCallNewsKind.Ended, CallEnd.Withheld, 0);
                return;
            }

            if (_underWay++ == 0)
            {
                _clock.Change(Tick, Tick);
            }

            switch ((uint)call.Order.Nonce.GetHashCode() % AskFor)
            {
                case 0:
                    After(Busy, call, VoiceCallNewsKind.Ended, CallEnd.Rejected, 486);
                    break;
                case 1:
                    Say(call, VoiceCallNewsKind.Ringing, CallEnd.None, 180);
                    After(Ring + Talk, call, VoiceCallNewsKind.Ended, CallEnd.RingLimit, 487);
                    break;
                default:
                    Say(call, VoiceCallNewsKind.Ringing, CallEnd.None, 180);
                    After(Ring, call, VoiceCallNewsKind.Answered, CallEnd.None, 200);
                    break;
            }
        }
    }

    /// <summary>Nobody stops a measurement.</summary>
    public void CancelUnanswered(VoiceCall call) => throw new NotSupportedException("No call is cancelled here");

    /// <inheritdoc cref="CancelUnanswered"/>
    public void HangUp(VoiceCall call) => throw new NotSupportedException("No call is cut here");

    public void Dispose() => _clock.Dispose();

    private void TakeTurn()
    {
        lock (_gate)
        {
            _now++;
            var due = _due[_now % _due.Length];
            foreach (var (call, next, end, status) in due)
            {
                Say(call, next, end, status);
                if (next == VoiceCallNewsKind.Answered)
                {
                    After(Talk, call, VoiceCallNewsKind.Ended, CallEnd.HungUpByUs, 200);
                }
            }

            _underWay -= due.Count(step => step.Next == VoiceCallNewsKind.Ended);
            due.Clear();
            if (_underWay == 0)
            {
                _clock.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void After(int ticks, VoiceCall call, VoiceCallNewsKind next, CallEnd end, int status) =>
        _due[(_now + ticks) % _due.Length].Add((call, next, end, status));

    private static void Say(VoiceCall call, VoiceCallNewsKind kind, CallEnd end, int status) =>
        call.News.TryWrite(
            new VoiceCallNews(
                call,
                kind,
                TimeProvider.System.GetUtcNow(),
                end,
                status,
                PlayedMilliseconds: end == CallEnd.HungUpByUs ? MessageMilliseconds : 0
            )
        );
}
