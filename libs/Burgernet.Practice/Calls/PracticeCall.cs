using Burgernet.Sip;
using Burgernet.Sip.Media;

namespace Burgernet.Practice;

/// <summary>One call at one practice phone: SettingUp → Ringing → Answering → Connected → Ended, with a short cut to Ended from each. One timer, for the one thing it waits for.</summary>
/// <remarks>News comes from the signalling thread, time from the pool, the end of the carrier from elsewhere: each takes the call's lock; what it
/// does to the SIP call only queues work, so the lock is held for microseconds.</remarks>
internal sealed class PracticeCall : ISipIncomingCallOwner
{
    // A timer that was re-armed while its callback already waited for the lock comes early; timers themselves may be a little early too.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(5);

    private readonly Lock _lock = new();
    private readonly PracticeExchange _exchange;
    private readonly SipIncomingCall _sip;
    private readonly PracticePhone _phone;
    private readonly AudioMessage? _greeting;
    private readonly ITimer _timer;
    private PracticeCallState _state;
    private bool _freed;
    private TimeSpan _due;
    private long _packetsBefore;
    private PracticeCallRecord _record;

    public PracticeCall(
        PracticeExchange exchange,
        SipIncomingCall sip,
        PracticePhone phone,
        AudioMessage? greeting,
        PracticeCallRecord record
    )
    {
        _exchange = exchange;
        _sip = sip;
        _phone = phone;
        _greeting = greeting;
        _record = record;
        _timer = exchange.Time.CreateTimer(
            static state => ((PracticeCall)state!).OnTimer(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    /// <summary>The call as known now.</summary>
    public PracticeCallRecord Snapshot()
    {
        lock (_lock)
        {
            return _state == PracticeCallState.Ended ? _record : WithMedia(_record);
        }
    }

    /// <summary>The INVITE is admitted and on record: the phone is looked for.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            if (_phone.Behaviour == PracticePhoneBehaviour.Unreachable)
            {
                Refuse(_phone.StatusCode, PracticeCallEnder.Phone);
                return;
            }

            Wait(_phone.SetUp);
        }
    }

    /// <inheritdoc/>
    public void OnNews(SipIncomingCall call, SipIncomingCallNews news)
    {
        lock (_lock)
        {
            switch (news)
            {
                case SipIncomingCallNews.Acknowledged:
                    Acknowledged();
                    break;
                case SipIncomingCallNews.Cancelled:
                    Cancelled();
                    break;
                case SipIncomingCallNews.HungUpByPeer:
                    End(PracticeCallEnder.Caller, 200);
                    break;
                case SipIncomingCallNews.NotAcknowledged:
                    End(PracticeCallEnder.Carrier, 200, PracticeRefusal.NotAcknowledged);
                    break;
                case SipIncomingCallNews.HungUpByUs:
                    End(PracticeCallEnder.Carrier, 200);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The carrier stops: a phone that was not answered is refused with 503, an answered one hangs up.</summary>
    /// <param name="answeredToo">False leaves answered calls alone for now.</param>
    public void Stop(bool answeredToo)
    {
        lock (_lock)
        {
            switch (_state)
            {
                case PracticeCallState.SettingUp or PracticeCallState.Ringing:
                    Refuse(503, PracticeCallEnder.Carrier, PracticeRefusal.Stopping);
                    break;
                case PracticeCallState.Answering or PracticeCallState.Connected when answeredToo:
                    HangUp(PracticeCallEnder.Carrier, PracticeRefusal.Stopping);
                    break;
                default:
                    break;
            }
        }
    }

    private void OnTimer()
    {
        lock (_lock)
        {
            if (_exchange.Now.Monotonic < _due - Tolerance)
            {
                return;
            }

            switch (_state)
            {
                case PracticeCallState.SettingUp:
                    Found();
                    break;
                case PracticeCallState.Ringing:
                    RangLongEnough();
                    break;
                case PracticeCallState.Connected:
                    ListenedLongEnough();
                    break;
                default:
                    break;
            }
        }
    }

    // SettingUp → Ringing, or Ended by a busy phone.
    private void Found()
    {
        if (_phone.Behaviour == PracticePhoneBehaviour.Busy)
        {
            Refuse(_phone.StatusCode, PracticeCallEnder.Phone);
            return;
        }

        _state = PracticeCallState.Ringing;
        _record = _record with { Ringing = _exchange.Now };
        _sip.Ring();
        Wait(_phone.Behaviour == PracticePhoneBehaviour.NoAnswer ? _exchange.Options.LongestRing : _phone.AnswersAfter);
    }

    // Ringing → Answering, or Ended by Timer C of the carrier (RFC 3261 §16.8).
    private void RangLongEnough()
    {
        if (_phone.Behaviour == PracticePhoneBehaviour.NoAnswer)
        {
            Refuse(480, PracticeCallEnder.Carrier, PracticeRefusal.RangTooLong);
            return;
        }

        _state = PracticeCallState.Answering;
        _record = _record with { Answered = _exchange.Now, FinalStatus = 200 };
        _sip.Answer(_greeting);
        _exchange.Answered(_record);
    }

    // Answering → Connected.
    private void Acknowledged()
    {
        if (_state != PracticeCallState.Answering)
        {
            return;
        }

        _state = PracticeCallState.Connected;
        var acts = _phone.Behaviour is PracticePhoneBehaviour.HangsUpEarly or PracticePhoneBehaviour.PressesOne;
        Wait(acts ? _phone.ActsAfter : _exchange.Options.SilenceLimit);
    }

    // A CANCEL that crossed our 200 on the way wins only if the SIP core had not sent it yet; then nobody was answered.
    private void Cancelled()
    {
        if (_state == PracticeCallState.Answering)
        {
            _exchange.NotAnsweredAfterAll();
            _record = _record with { Answered = null };
        }

        End(PracticeCallEnder.Caller, 487);
    }

    // Connected: the early one hangs up, the key is pressed once, all others look whether the caller is still there.
    private void ListenedLongEnough()
    {
        if (_phone.Behaviour == PracticePhoneBehaviour.HangsUpEarly)
        {
            HangUp(PracticeCallEnder.Phone);
            return;
        }

        if (_phone.Behaviour == PracticePhoneBehaviour.PressesOne && _record.Keys.Length == 0)
        {
            _record = _record with { Keys = "1" };
            _sip.SendKey('1');
            Wait(_exchange.Options.SilenceLimit);
            return;
        }

        var packets = _sip.RtpPacketsReceived;
        if (packets == _packetsBefore)
        {
            HangUp(PracticeCallEnder.Carrier, PracticeRefusal.Silence);
            return;
        }

        _packetsBefore = packets;
        Wait(_exchange.Options.SilenceLimit);
    }

    private void Refuse(int status, PracticeCallEnder by, PracticeRefusal? why = null)
    {
        Free();
        _sip.Reject(status);
        End(by, status, why);
    }

    private void HangUp(PracticeCallEnder by, PracticeRefusal? why = null)
    {
        Free();
        _sip.HangUp();
        End(by, 200, why);
    }

    // Before what ends the call leaves: the caller may use the channel again as soon as that arrives, and may be faster than this thread.
    private void Free()
    {
        if (!_freed)
        {
            _freed = true;
            _exchange.Freed();
        }
    }

    // Any state → Ended, once.
    private void End(PracticeCallEnder by, int status, PracticeRefusal? why = null)
    {
        if (_state == PracticeCallState.Ended)
        {
            return;
        }

        _state = PracticeCallState.Ended;
        Free();
        _timer.Dispose();
        _record = WithMedia(_record) with { Ended = _exchange.Now, EndedBy = by, FinalStatus = status, Refusal = why };
        _exchange.Ended(_record);
    }

    private void Wait(TimeSpan delay)
    {
        _due = _exchange.Now.Monotonic + delay;
        _ = _timer.Change(delay, Timeout.InfiniteTimeSpan);
    }

    private PracticeCallRecord WithMedia(PracticeCallRecord record) =>
        record with
        {
            RtpPackets = _sip.RtpPacketsReceived,
            RtpBytes = _sip.RtpBytesReceived,
        };
}
