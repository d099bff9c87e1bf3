using Burgernet.Sip;
using Burgernet.Sip.Media;

namespace Burgernet.Practice;

/// <summary>The carrier without its socket: admits calls, puts a phone behind each, keeps the record.</summary>
internal sealed class PracticeExchange : ISipIncomingCallHandler, IAsyncDisposable
{
    // A full trunk frees a channel every second or two in practice; the caller may look again then.
    private const int RetryAfterFull = 2;
    private const int RetryAfterTooFast = 1;
    private const int MaskedFrom = 6;

    private static readonly PracticeMix Listening = PracticeMix.Only(PracticePhoneBehaviour.Listens);

    private readonly Lock _lock = new();
    private readonly PracticeAdmission _admission;
    private readonly PracticeBook _book;
    private readonly AudioMessage? _greeting;
    private TaskCompletionSource? _idle;
    private PracticeTotals _totals;
    private bool _stopping;
    private volatile bool _turnsAway;

    /// <summary>Opens the record; takes calls from then on.</summary>
    /// <param name="options">Valid settings.</param>
    /// <param name="time">The clock of all phones.</param>
    /// <param name="greeting">What voicemail plays; null plays nothing.</param>
    public PracticeExchange(PracticeCarrierOptions options, TimeProvider time, AudioMessage? greeting)
    {
        Options = options;
        Time = time;
        _greeting = greeting;
        _admission = new PracticeAdmission(options.Channels, options.CallsPerSecond);
        _book = new PracticeBook(options.RecordFile, options.RecordsInMemory, time);
        Callers = new PracticeCallers(this, greeting);
    }

    /// <summary>Phones that call back.</summary>
    public PracticeCallers Callers { get; }

    public PracticeCarrierOptions Options { get; }

    /// <summary>Whether every call that is offered gets 503.</summary>
    public bool TurnsAway
    {
        get => _turnsAway;
        set => _turnsAway = value;
    }

    public TimeProvider Time { get; }

    public PracticeMoment Now => PracticeMoment.Now(Time);

    public IReadOnlyList<PracticeCallRecord> Records => _book.Snapshot();

    public Exception? RecordFailure => _book.Failure;

    public PracticePeaks Peaks
    {
        get
        {
            lock (_lock)
            {
                return new PracticePeaks(_admission.PeakInUse, _admission.PeakOffered, _admission.PeakAdmitted);
            }
        }
    }

    public PracticeTotals Totals
    {
        get
        {
            lock (_lock)
            {
                return _totals;
            }
        }
    }

    public int ChannelsInUse
    {
        get
        {
            lock (_lock)
            {
                return _admission.InUse;
            }
        }
    }

    /// <inheritdoc/>
    public void OnInvite(SipIncomingCall call)
    {
        var number = call.CalledNumber;
        var isPractice = PracticeNumbers.TryGetIndex(number, out var index);
        PracticeRefusal? refusal;
        PracticeCallRecord record;
        lock (_lock)
        {
            var now = Now;
            refusal = Decide(now, isPractice);
            record = new PracticeCallRecord
            {
                Run = _book.Run,
                Sequence = _totals.Invites,
                CallId = call.CallId,
                Called = isPractice ? number : Mask(number),
                Calling = call.CallingNumber,
                ChannelsAtStart = _admission.InUse,
                Invited = now,
            };
        }

        if (refusal is { } why)
        {
            Refuse(call, record, why);
            return;
        }

        Callers.Remember(call.CallingNumber, call.Peer);
        var isControlRoom = Options.CallBacks.ControlRooms.Contains(number, StringComparer.Ordinal);
        var phone = PracticePhonePolicy
            .For(index, Options.Seed, isControlRoom ? Listening : Options.Mix, Options.Delays)
            .AtPace(Options.Pace);
        record = record with { Behaviour = phone.Behaviour };
        var greeting = isControlRoom || phone.Behaviour == PracticePhoneBehaviour.Voicemail ? _greeting : null;
        var practiceCall = new PracticeCall(this, call, phone, greeting, record);
        call.Owner = practiceCall;
        _book.Begin(practiceCall, record);
        practiceCall.Begin();
    }

    /// <summary>A phone answered.</summary>
    public void Answered(PracticeCallRecord record)
    {
        lock (_lock)
        {
            _totals = _totals with { Answered = _totals.Answered + 1 };
        }

        _book.Note(record);
    }

    /// <summary>The answer came too late: the caller had cancelled.</summary>
    public void NotAnsweredAfterAll()
    {
        lock (_lock)
        {
            _totals = _totals with { Answered = _totals.Answered - 1 };
        }
    }

    /// <summary>An admitted call is about to end, or was ended: its channel is free.</summary>
    public void Freed()
    {
        lock (_lock)
        {
            _admission.Release();
        }
    }

    /// <summary>An admitted call is over, and its channel was given back.</summary>
    public void Ended(PracticeCallRecord record)
    {
        _book.Finish(record);
        lock (_lock)
        {
            _totals = _totals with { Ended = _totals.Ended + 1 };
            TellIfIdle();
        }

        if (
            PracticeNumbers.TryGetIndex(record.Called, out var index)
            && !Options.CallBacks.ControlRooms.Contains(record.Called, StringComparer.Ordinal)
        )
        {
            Callers.Consider(index, record.Calling);
        }
    }

    /// <summary>A phone wants to call: it takes a channel like any other call.</summary>
    public bool TryBeginCaller()
    {
        lock (_lock)
        {
            if (_stopping || _admission.TryAdmit(Now.Monotonic) != PracticeVerdict.Admitted)
            {
                return false;
            }

            _totals = _totals with { CalledBack = _totals.CalledBack + 1 };
            return true;
        }
    }

    /// <summary>The call of a phone is over.</summary>
    public void EndCaller(bool wasAnswered)
    {
        lock (_lock)
        {
            _totals = _totals with { CallBacksAnswered = _totals.CallBacksAnswered + (wasAnswered ? 1 : 0) };
            _admission.Release();
            TellIfIdle();
        }
    }

    /// <summary>Takes no more calls, refuses those that ring, lets answered ones finish within <paramref name="grace"/> and then hangs up.</summary>
    /// <param name="grace">How long answered calls may go on.</param>
    /// <param name="abort">Cuts the grace short.</param>
    public async Task StopAsync(TimeSpan grace, CancellationToken abort)
    {
        Task idle;
        lock (_lock)
        {
            _stopping = true;
            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_admission.InUse == 0)
            {
                _ = _idle.TrySetResult();
            }

            idle = _idle.Task;
        }

        StopAll(answeredToo: false);
        if (grace > TimeSpan.Zero)
        {
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(abort);
            _ = await Task.WhenAny(idle, Task.Delay(grace, Time, waiting.Token));
            await waiting.CancelAsync();
        }

        StopAll(answeredToo: true);
    }

    /// <summary>Writes what is left of the record.</summary>
    public ValueTask DisposeAsync() => _book.DisposeAsync();

    private static string Mask(string number) =>
        number.Length <= MaskedFrom ? number : string.Concat(number.AsSpan(0, MaskedFrom), new string('x', number.Length - MaskedFrom));

    private void TellIfIdle()
    {
        if (_admission.InUse == 0)
        {
            _ = _idle?.TrySetResult();
        }
    }

    private void StopAll(bool answeredToo)
    {
        foreach (var call in _book.Live())
        {
            call.Stop(answeredToo);
        }
    }

    private PracticeRefusal? Decide(PracticeMoment now, bool isPractice)
    {
        _admission.Offer(now.Monotonic);
        _totals = _totals with { Invites = _totals.Invites + 1 };
        if (!isPractice)
        {
            _totals = _totals with { Violations = _totals.Violations + 1 };
            return PracticeRefusal.NotPracticeNumber;
        }

        if (_stopping)
        {
            return PracticeRefusal.Stopping;
        }

        if (TurnsAway)
        {
            return PracticeRefusal.OutOfService;
        }

        switch (_admission.TryAdmit(now.Monotonic))
        {
            case PracticeVerdict.ChannelsFull:
                _totals = _totals with { RefusedChannels = _totals.RefusedChannels + 1 };
                return PracticeRefusal.ChannelsFull;
            case PracticeVerdict.TooFast:
                _totals = _totals with { RefusedRate = _totals.RefusedRate + 1 };
                return PracticeRefusal.TooFast;
            default:
                _totals = _totals with { Admitted = _totals.Admitted + 1 };
                return null;
        }
    }

    private void Refuse(SipIncomingCall call, PracticeCallRecord record, PracticeRefusal why)
    {
        var (status, retryAfter) = why switch
        {
            PracticeRefusal.NotPracticeNumber => (404, 0),
            PracticeRefusal.TooFast => (503, RetryAfterTooFast),
            PracticeRefusal.ChannelsFull => (503, RetryAfterFull),
            _ => (503, 0),
        };
        _book.Finish(record with { Ended = record.Invited, EndedBy = PracticeCallEnder.Carrier, FinalStatus = status, Refusal = why });
        call.Reject(status, retryAfter);
    }
}
