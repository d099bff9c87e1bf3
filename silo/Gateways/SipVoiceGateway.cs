using System.Collections.Concurrent;
using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Participants;
using Burgernet.Practice;
using Burgernet.Sip;
using Burgernet.Sip.Media;

namespace Burgernet.Silo.Gateways;

/// <summary>Spoken calls over SIP and RTP. News comes on the signalling thread and goes into the channels of the dialers.</summary>
internal sealed class SipVoiceGateway(SipEndpoint endpoint, SipTrunk trunk, bool practice, bool practiceNumbersAllowed, TimeProvider time)
    : IVoiceGateway,
        ISipCallOwner
{
    private readonly ConcurrentDictionary<long, PlacedCall> _calls = new();
    private readonly ConcurrentDictionary<(Guid ActionId, int Message, Language Language), AudioMessage> _messages = new();
    private long _lastTag;
    private volatile bool _silent;

    public void Load(Guid actionId, int message, SpokenMessage spoken)
    {
        if (_messages.ContainsKey((actionId, message, spoken.Language)))
        {
            return;
        }

        if (!AudioMessage.TryReadWave(spoken.Wave, out var audio, out var error) || audio is null)
        {
            throw new InvalidOperationException($"Message {message} of action {actionId} cannot be played: {error}");
        }

        _messages[(actionId, message, spoken.Language)] = audio;
    }

    public void Unload(Guid actionId)
    {
        foreach (var key in _messages.Keys.Where(key => key.ActionId == actionId))
        {
            _messages.TryRemove(key, out _);
        }
    }

    public void Limit(int calls, TimeSpan within) => trunk.Limit(calls, within);

    public void Place(VoiceCall call)
    {
        if (_silent)
        {
            return;
        }

        // The last fence: a practice action never leaves by a live trunk, nor a live one by a practice trunk.
        // A practice number has no owner: it must never leave this machine. And no call is made without its message.
        var message = MessageFor(call);
        if (message is null || call.Practice != practice || (PracticeNumbers.IsPractice(call.Order.Number) && !practiceNumbersAllowed))
        {
            call.News.TryWrite(new VoiceCallNews(call, VoiceCallNewsKind.Ended, time.GetUtcNow(), CallEnd.Withheld));
            return;
        }

        var tag = Interlocked.Increment(ref _lastTag);
        var placed = new PlacedCall(call);
        _calls[tag] = placed;
        var id = endpoint.PlaceCall(
            new SipCallRequest
            {
                Trunk = trunk,
                To = call.Order.Number,
                From = call.CallBackNumber,
                Message = message,
                CallId = call.Order.CallId,
                RingLimit = call.RingLimit,
                LingerAfterMessage = call.LingerAfterMessage,
                Tag = tag,
                Owner = this,
            }
        );
        call.Handle = id;
    }

    public void CancelUnanswered(VoiceCall call)
    {
        if (call.Handle is SipCallId id)
        {
            endpoint.CancelUnanswered(id);
        }
    }

    public void HangUp(VoiceCall call)
    {
        if (call.Handle is SipCallId id)
        {
            endpoint.End(id);
        }
    }

    /// <summary>From now on nothing starts, and dialers are told of nothing.</summary>
    public void Silence() => _silent = true;

    bool ISipCallOwner.MayStart(long tag) => !_silent && _calls.TryGetValue(tag, out var placed) && placed.Call.MayStart(time);

    void ISipCallOwner.OnNews(in SipCallNews news)
    {
        if (_silent || !_calls.TryGetValue(news.Tag, out var placed))
        {
            return;
        }

        var kind = news.Kind switch
        {
            SipCallNewsKind.Ringing => VoiceCallNewsKind.Ringing,
            SipCallNewsKind.Answered => VoiceCallNewsKind.Answered,
            SipCallNewsKind.Key => VoiceCallNewsKind.Key,
            SipCallNewsKind.Ended => VoiceCallNewsKind.Ended,
            _ => (VoiceCallNewsKind?)null,
        };
        if (kind is null || (kind == VoiceCallNewsKind.Key && ++placed.Keys > DialedCall.MostKeys))
        {
            return;
        }

        placed.Call.News.TryWrite(
            new VoiceCallNews(
                placed.Call,
                kind.Value,
                time.GetUtcNow(),
                Meaning(news.End),
                news.StatusCode,
                news.Key,
                (int)news.Played.TotalMilliseconds,
                news.RetryAfterSeconds,
                news.Barrier is SipBarrier.Rest or SipBarrier.Unanswered or SipBarrier.Overload
            )
        );
        if (news.Kind == SipCallNewsKind.Ended)
        {
            _calls.TryRemove(news.Tag, out _);
        }
    }

    private static CallEnd Meaning(SipCallEnd end) =>
        end switch
        {
            SipCallEnd.None => CallEnd.None,
            SipCallEnd.Withheld => CallEnd.Withheld,
            SipCallEnd.NoCapacity => CallEnd.NoCapacity,
            SipCallEnd.NotAdmitted => CallEnd.NotAdmitted,
            SipCallEnd.Rejected => CallEnd.Rejected,
            SipCallEnd.RingLimit => CallEnd.RingLimit,
            SipCallEnd.Cancelled => CallEnd.CancelledByStop,
            SipCallEnd.NoResponse => CallEnd.NoResponse,
            SipCallEnd.NoMedia => CallEnd.NoMedia,
            SipCallEnd.HungUpByUs => CallEnd.HungUpByUs,
            SipCallEnd.HungUpByPeer => CallEnd.HungUpByPeer,
            SipCallEnd.ConnectionFailed => CallEnd.ConnectionFailed,
            _ => throw new ArgumentOutOfRangeException(nameof(end), end, null),
        };

    private AudioMessage? MessageFor(VoiceCall call) =>
        _messages.TryGetValue((call.ActionId, call.Order.Message, call.Order.Language), out var own) ? own
        : _messages.TryGetValue((call.ActionId, call.Order.Message, Language.Dutch), out var dutch) ? dutch
        : _messages.TryGetValue((call.ActionId, call.Order.Message, Language.English), out var english) ? english
        : null;

    private sealed class PlacedCall(VoiceCall call)
    {
        public VoiceCall Call => call;

        public int Keys { get; set; }
    }
}
