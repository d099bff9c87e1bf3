using System.Collections.Concurrent;
using System.Globalization;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.TestKit;

namespace Burgernet.Tests.Scenarios.Phones;

/// <summary>All phones and the carrier's record of every call. Outlives the nodes that call.</summary>
internal sealed class PhoneNetwork
{
    public const int MessageMilliseconds = 8_000;

    private static readonly TimeSpan AnswerAfter = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan TalkFor = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time = TimeProvider.System;
    private readonly ConcurrentDictionary<string, Phone> _phones = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly List<PlacedCall> _calls = [];
    private readonly ConcurrentDictionary<string, CallEnd> _failing = new(StringComparer.Ordinal);
    private int _numbers;

    public Phone NewPhone()
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"+319700{Interlocked.Increment(ref _numbers):D7}");
        return _phones.GetOrAdd(number, key => new Phone(this, key));
    }

    /// <summary>A phone with a practice number, as a dispatcher may name one.</summary>
    public Phone NewDeskPhone()
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"+3199{Interlocked.Increment(ref _numbers):D7}");
        return _phones.GetOrAdd(number, key => new Phone(this, key));
    }

    public IReadOnlyList<PlacedCall> CallsTo(string number) => Record(call => call.Call.Order.Number == number);

    public IReadOnlyList<PlacedCall> CallsOf(Guid action) => Record(call => call.ActionId == action);

    public static Task Until(string what, Func<bool> holds) => Eventually.Holds(what, holds, Patience);

    /// <summary>From now on a carrier ends every call like this: <see cref="CallEnd.Rejected"/> by 503, <see cref="CallEnd.NoResponse"/> by silence.</summary>
    public void Fail(string carrier, CallEnd end) => _failing[carrier] = end;

    /// <summary>A carrier works again.</summary>
    public void Mend(string carrier) => _failing.TryRemove(carrier, out _);

    /// <summary>An INVITE arrives.</summary>
    public PlacedCall Ring(VoiceCall call, string carrier)
    {
        var phone = _phones[call.Order.Number];
        PlacedCall placed;
        lock (_lock)
        {
            placed = new PlacedCall(call, carrier, _calls.Count, _time.GetTimestamp());
            _calls.Add(placed);
            placed.TurnedAway = phone.TurnsAway > 0;
            phone.TurnsAway -= placed.TurnedAway ? 1 : 0;
        }

        if (_failing.TryGetValue(carrier, out var end))
        {
            // Before anybody's phone rings.
            End(placed, end, end == CallEnd.Rejected ? 503 : 0, 0);
        }
        else if (placed.TurnedAway)
        {
            End(placed, CallEnd.Rejected, 503, 0);
        }
        else if (phone.Habit == PhoneHabit.IsBusy || phone.BusyTimes-- > 0)
        {
            End(placed, CallEnd.Rejected, 486, 0);
        }
        else
        {
            Tell(placed, VoiceCallNewsKind.Ringing);
            if (phone.Habit == PhoneHabit.RingsOn)
            {
                After(call.RingLimit, () => EndUnanswered(placed, CallEnd.RingLimit));
            }
            else
            {
                After(AnswerAfter, () => Answer(placed, phone.Habit == PhoneHabit.Answers));
            }
        }

        return placed;
    }

    /// <summary>Whoever holds the line hangs up, the message heard.</summary>
    public void HangUp(PlacedCall placed) => End(placed, CallEnd.HungUpByPeer, 200, MessageMilliseconds);

    /// <summary>We hang up on whoever holds the line, however much of the message was played.</summary>
    public void Cut(PlacedCall placed) => End(placed, CallEnd.HungUpByUs, 200, _phones[placed.Call.Order.Number].HasHeard);

    public void EndUnanswered(PlacedCall placed, CallEnd end)
    {
        lock (_lock)
        {
            if (!placed.Answered)
            {
                End(placed, end, 487, 0);
            }
        }
    }

    public void End(PlacedCall placed, CallEnd end, int status, int played)
    {
        lock (_lock)
        {
            if (!placed.Over)
            {
                placed.Over = true;
                placed.OverAt = _time.GetTimestamp();
                placed.End = end;
                placed.Call.News.TryWrite(new(placed.Call, VoiceCallNewsKind.Ended, _time.GetUtcNow(), end, status, '\0', played));
            }
        }
    }

    private void Answer(PlacedCall placed, bool hangsUpAfterwards)
    {
        lock (_lock)
        {
            if (placed.Over)
            {
                return;
            }

            placed.Answered = true;
            Tell(placed, VoiceCallNewsKind.Answered);
        }

        if (hangsUpAfterwards)
        {
            After(TalkFor, () => End(placed, CallEnd.HungUpByUs, 200, MessageMilliseconds));
        }
    }

    private void Tell(PlacedCall placed, VoiceCallNewsKind kind) =>
        placed.Call.News.TryWrite(new VoiceCallNews(placed.Call, kind, _time.GetUtcNow()));

    private void After(TimeSpan wait, Action then)
    {
        ITimer? timer = null;
        timer = _time.CreateTimer(
            _ =>
            {
                then();
                timer?.Dispose();
            },
            null,
            wait,
            Timeout.InfiniteTimeSpan
        );
    }

    private PlacedCall[] Record(Func<PlacedCall, bool> wanted)
    {
        lock (_lock)
        {
            return [.. _calls.Where(wanted)];
        }
    }
}
