using Burgernet.Smpp.Codec;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Session;

/// <summary>One connection of either side: its window, its clocks, and what is answered without asking anybody.</summary>
/// <remarks>
/// Three things run beside each other: the reading loop, the writing loop, and the callers of <see cref="Request{T}"/>. A lock guards what they share, and is
/// never held over I/O or over code of others. What a read brought is worked off as a batch: answers are written once, at its end, and the
/// callers that await results go on together in one work item of the thread pool, whose requests are again written at once. Nothing is allocated for a PDU.
/// </remarks>
internal sealed partial class SmppLink : IThreadPoolWorkItem
{
    /// <summary>How many broken PDUs in a row a peer may send before it is held for something other than SMPP.</summary>
    private const int MostFaults = 16;
    private const int MostOutput = 16 << 20;

    /// <summary>How long a peer that unbound may take to close, and one that we unbind from to answer.</summary>
    private static readonly long UnbindPatience = TimeSpan.FromSeconds(1).Ticks;

    [ThreadStatic]
    private static SmppLink? t_batch;

    private readonly Lock _lock = new();
    private readonly Wire _wire;
    private readonly LinkSettings _settings;
    private readonly SendRate _rate;
    private readonly TimeProvider _time;
    private readonly ILinkUser _user;
    private readonly Outbox _outbox = new(MostOutput);
    private readonly RequestWindow _window;
    private readonly IncomingMessages _incoming;
    private readonly LinkReader _reader;
    private readonly LinkWriter _writer;
    private readonly long _origin;
    private readonly TaskCompletionSource<SmppFailure> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _unbound = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<PendingRequest> _settled = [];
    private List<PendingRequest> _completing = [];
    private ITimer? _timer;
    private ITimer? _rateTimer;
    private volatile LinkState _state;
    private SmppFailure _finishing;
    private bool _isCompleting;
    private volatile bool _hasOutput;
    private long _writeBegan = long.MaxValue;
    private long _lastReceived;
    private long _unboundAt;
    private long _enquireDue;
    private uint _enquire;
    private uint _unbind;
    private int _faults;

    /// <summary>A connection that is open; nothing runs before <see cref="Start"/>.</summary>
    public SmppLink(
        Wire wire,
        LinkSettings settings,
        SendRate rate,
        LinkMeters meters,
        TimeProvider time,
        ILinkUser user,
        Func<IncomingMessage, ValueTask<MessageAnswer>> handle,
        Action<IncomingMessage, MessageAnswer>? answered = null
    )
    {
        _wire = wire;
        _settings = settings;
        _rate = rate;
        _time = time;
        _user = user;
        Meters = meters;
        _origin = time.GetTimestamp();
        _window = new RequestWindow(settings.Window, settings.MaxQueued);
        _incoming = new IncomingMessages(this, settings.MaxIncoming, handle, answered);
        _reader = new LinkReader(wire.Stream, this);
        _writer = new LinkWriter(wire.Stream, this);
    }

    public LinkMeters Meters { get; }

    /// <summary>Why it ended, once it has.</summary>
    public Task<SmppFailure> Ended => _ended.Task;

    public bool IsEnded => _state == LinkState.Ended;

    public bool IsFinishing => _state == LinkState.Finishing;

    public int InFlight => _window.InFlight;

    public int Waiting => _window.Waiting;

    /// <summary>Whether it is bound: until then nothing of ours is sent but the bind.</summary>
    public bool IsBound { get; set; }

    /// <summary>Whether messages of ours may be sent: not where it is bound for the other direction only.</summary>
    public bool MaySend { get; set; }

    /// <summary>Since the client or server began, so that a rate outlives a connection.</summary>
    private long Now => _time.GetElapsedTime(_origin).Ticks;

    /// <summary>For rates, which outlive connections: the provider's own clock.</summary>
    private long RateNow => (long)(_time.GetTimestamp() * ((double)TimeSpan.TicksPerSecond / _time.TimestampFrequency));

    /// <summary>Starts the loops and the clocks.</summary>
    public void Start()
    {
        LinkMeters.Count(ref Meters.Opened);
        Interlocked.Increment(ref Meters.Living);
        var tick = _settings.Tick;
        _rateTimer = _time.CreateTimer(static link => ((SmppLink)link!).OnRate(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer = _time.CreateTimer(static link => ((SmppLink)link!).OnTick(), this, tick, tick);
        _ = CloseAfterAsync(Task.Run(_writer.RunAsync), Task.Run(_reader.RunAsync));
    }

    /// <summary>Sends a request as soon as window and rate let it.</summary>
    /// <param name="body">The request.</param>
    /// <param name="response">Where the body of its response is kept, or null.</param>
    public ValueTask<SubmitResult> Request<T>(in T body, byte[]? response = null)
        where T : struct, IRequestBody
    {
        ValueTask<SubmitResult> task;
        lock (_lock)
        {
            var barrier =
                !MaySend ? SubmitBarrier.NotBound
                : _state == LinkState.Draining ? SubmitBarrier.Closing
                : _state != LinkState.Open ? SubmitBarrier.NotBound
                : _window.IsQueueFull ? SubmitBarrier.QueueFull
                : SubmitBarrier.None;
            var request = barrier == SubmitBarrier.None ? _window.Rent() : null;
            if (request is not null && !request.TryFill(body))
            {
                _window.Return(request);
                barrier = SubmitBarrier.Invalid;
            }

            if (barrier != SubmitBarrier.None)
            {
                LinkMeters.Count(ref Meters.Outcomes[(int)SubmitOutcome.NotSent]);
                return new(SubmitResult.Kept(barrier));
            }

            request!.Response = response;
            task = request.Task;
            _window.Enqueue(request);
            Pump();
        }

        Flush();
        return task;
    }

    /// <summary>Sends a PDU that is no request of <see cref="Request{T}"/>.</summary>
    public void Send(ReadOnlySpan<byte> pdu)
    {
        lock (_lock)
        {
            Add(pdu);
        }

        Flush();
    }

    /// <summary>Sends a PDU that is a header and no more.</summary>
    public void Send(CommandId command, CommandStatus status, uint sequence)
    {
        Span<byte> pdu = stackalloc byte[PduHeader.Size];
        PduWriter.WriteHeader(pdu, command, status, sequence);
        Send(pdu);
    }

    /// <summary>Sends the answer to a bind and is bound from there on, with nothing of ours before it.</summary>
    public void SendBound(ReadOnlySpan<byte> pdu, bool maySend)
    {
        lock (_lock)
        {
            Add(pdu);
            IsBound = true;
            MaySend = maySend;
        }

        Flush();
    }

    /// <summary>A sequence number for a request whose answer goes to <see cref="ILinkUser.OnPdu"/>.</summary>
    public uint NextSequence()
    {
        lock (_lock)
        {
            return _window.NextSequence();
        }
    }

    /// <summary>Leaves politely: what waits is sent and answered within the grace, then unbind.</summary>
    public async Task CloseAsync(TimeSpan grace)
    {
        lock (_lock)
        {
            if (_state == LinkState.Open)
            {
                _state = LinkState.Draining;
            }

            CheckDrained();
        }

        if (!await IsDoneIn(_drained.Task, grace))
        {
            lock (_lock)
            {
                SettleWaiting(SubmitBarrier.Closing);
            }
        }

        lock (_lock)
        {
            if (_state == LinkState.Draining && IsBound)
            {
                _unbind = _window.NextSequence();
                Span<byte> pdu = stackalloc byte[PduHeader.Size];
                PduWriter.WriteHeader(pdu, CommandId.Unbind, CommandStatus.Ok, _unbind);
                Add(pdu);
            }
            else
            {
                _unbound.TrySetResult();
            }
        }

        Flush();
        await IsDoneIn(_unbound.Task, TimeSpan.FromTicks(Math.Min(_settings.ResponseTimeout.Ticks, UnbindPatience)));
        End(SmppFailure.Closed);
    }

    /// <summary>Ends it at once. What was sent and not answered is unknown; what waits was not sent.</summary>
    public void End(SmppFailure failure)
    {
        lock (_lock)
        {
            if (_state == LinkState.Ended)
            {
                return;
            }

            _state = LinkState.Ended;
            while (_window.TakeSentBefore(long.MaxValue) is { } request)
            {
                Settle(
                    request,
                    request.Position < _outbox.Handed ? SubmitResult.Unanswered : SubmitResult.Kept(SubmitBarrier.ConnectionEnded)
                );
            }

            SettleWaiting(failure == SmppFailure.Closed ? SubmitBarrier.Closing : SubmitBarrier.ConnectionEnded);
            _drained.TrySetResult();
            _unbound.TrySetResult();
            QueueCompletions();
        }

        LinkMeters.Count(ref Meters.Ended[(int)failure]);
        Interlocked.Decrement(ref Meters.Living);
        _timer?.Dispose();
        _rateTimer?.Dispose();
        _wire.Shutdown();
        _writer.Wake(isInline: false);
        _ended.TrySetResult(failure);
    }

    /// <summary>Writes what there is, then ends it.</summary>
    public void Finish(SmppFailure failure)
    {
        lock (_lock)
        {
            if (_state == LinkState.Ended)
            {
                return;
            }

            _state = LinkState.Finishing;
            _finishing = failure;
        }

        _writer.Wake(isInline: false);
    }

    /// <summary>Callers of ours go on with their results; what they send is written once.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        var before = t_batch;
        t_batch = this;
        while (true)
        {
            lock (_lock)
            {
                if (_settled.Count == 0)
                {
                    _isCompleting = false;
                    break;
                }

                (_settled, _completing) = (_completing, _settled);
            }

            foreach (var request in _completing)
            {
                request.Complete();
            }

            _completing.Clear();
            WakeWriter();
        }

        t_batch = before;
    }

    internal SmppLink? BeginBatch()
    {
        var before = t_batch;
        t_batch = this;
        Volatile.Write(ref _lastReceived, Now);
        return before;
    }

    internal void EndBatch(SmppLink? before)
    {
        lock (_lock)
        {
            Pump();
            CheckDrained();
            QueueCompletions();
        }

        WakeWriter();
        t_batch = before;
    }

    internal void OnReadEnded()
    {
        // Last words are still being written: the writing loop ends it then.
        if (_state != LinkState.Finishing)
        {
            End(_state == LinkState.PeerUnbound ? SmppFailure.Unbound : SmppFailure.Lost);
        }
    }

    internal void OnWriteEnded() => End(_state == LinkState.Finishing ? _finishing : SmppFailure.Lost);

    /// <summary>A message that came in was answered.</summary>
    internal void OnAnswered()
    {
        if (_state == LinkState.Draining)
        {
            lock (_lock)
            {
                CheckDrained();
            }
        }
    }

    private async Task CloseAfterAsync(Task writing, Task reading)
    {
        await Task.WhenAll(writing, reading);
        await _wire.Stream.DisposeAsync();
    }

    internal ReadOnlyMemory<byte> TakeOutput()
    {
        lock (_lock)
        {
            var output = _state == LinkState.Ended ? default : _outbox.Take();
            _hasOutput = false;
            _writeBegan = output.IsEmpty ? long.MaxValue : Now;
            if (!output.IsEmpty)
            {
                LinkMeters.Count(ref Meters.Writes);
            }

            return output;
        }
    }
}
