using Burgernet.Smpp.Codec;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Session;

/// <content>What goes out, and the clocks. All but the clocks' own methods under the lock.</content>
internal sealed partial class SmppLink
{
    /// <summary>Sends what waits, as far as window and rate let it.</summary>
    private void Pump()
    {
        while (_state is LinkState.Open or LinkState.Draining && _window is { IsFull: false, Waiting: > 0 })
        {
            if (_window.Next!.Permit is { } permit && !permit.MaySend())
            {
                Settle(_window.Dequeue()!, SubmitResult.Kept(SubmitBarrier.Withheld));
                QueueCompletions();
                continue;
            }

            var rateNow = RateNow;
            if (!_rate.TryTake(rateNow))
            {
                var wait = Math.Max(TimeSpan.TicksPerMillisecond, _rate.NextAt(rateNow) - rateNow);
                _rateTimer?.Change(TimeSpan.FromTicks(wait), Timeout.InfiniteTimeSpan);
                return;
            }

            var request = _window.Dequeue()!;
            request.Number(_window.NextSequence());
            var position = _outbox.Added;
            if (!Add(request.Pdu))
            {
                Settle(request, SubmitResult.Kept(SubmitBarrier.ConnectionEnded));
                return;
            }

            _window.Send(request, position, Now);
        }
    }

    private bool Add(ReadOnlySpan<byte> pdu)
    {
        if (_state == LinkState.Ended || !_outbox.TryAdd(pdu))
        {
            return false;
        }

        LinkMeters.Count(ref Meters.Sent);
        _hasOutput = true;
        return true;
    }

    private void Settle(PendingRequest request, in SubmitResult result)
    {
        LinkMeters.Count(ref Meters.Outcomes[(int)result.Outcome]);
        request.Settle(result);
        _settled.Add(request);
    }

    private void SettleWaiting(SubmitBarrier barrier)
    {
        while (_window.Dequeue() is { } request)
        {
            Settle(request, SubmitResult.Kept(barrier));
        }

        QueueCompletions();
    }

    private void QueueCompletions()
    {
        if (_settled.Count > 0 && !_isCompleting)
        {
            _isCompleting = true;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private void CheckDrained()
    {
        if (_state == LinkState.Draining && _window is { InFlight: 0, Waiting: 0 } && _incoming.Busy == 0)
        {
            _drained.TrySetResult();
        }
    }

    /// <summary>Has it written, unless this thread works off a batch: then that is done once, at its end.</summary>
    private void Flush()
    {
        if (_hasOutput && t_batch != this)
        {
            _writer.Wake(isInline: false);
        }
    }

    private void WakeWriter()
    {
        if (_hasOutput)
        {
            _writer.Wake(isInline: true);
        }
    }

    private void OnRate()
    {
        lock (_lock)
        {
            Pump();
        }

        Flush();
    }

    private void OnTick()
    {
        var failure = SmppFailure.None;
        lock (_lock)
        {
            if (_state == LinkState.Ended)
            {
                return;
            }

            var now = Now;
            while (_window.TakeSentBefore(now - _settings.ResponseTimeout.Ticks) is { } request)
            {
                LinkMeters.Count(ref Meters.TimedOut);
                Settle(request, SubmitResult.Unanswered);
            }

            Pump();
            CheckDrained();
            QueueCompletions();
            failure =
                now - _writeBegan > _settings.WriteTimeout.Ticks ? SmppFailure.Stalled
                : _state == LinkState.PeerUnbound && now - _unboundAt > UnbindPatience ? SmppFailure.Unbound
                : _state == LinkState.PeerUnbound ? SmppFailure.None
                : Enquire(now);
        }

        if (failure != SmppFailure.None)
        {
            End(failure);
        }
        else
        {
            Flush();
        }
    }

    /// <summary>§4.11: after silence, whether the peer is still there.</summary>
    private SmppFailure Enquire(long now)
    {
        if (_enquire != 0)
        {
            return now >= _enquireDue ? SmppFailure.NoAnswer : SmppFailure.None;
        }

        if (MaySendEnquire && now - Volatile.Read(ref _lastReceived) >= _settings.EnquireInterval.Ticks)
        {
            _enquire = _window.NextSequence();
            _enquireDue = now + _settings.ResponseTimeout.Ticks;
            LinkMeters.Count(ref Meters.EnquiresSent);
            Span<byte> pdu = stackalloc byte[PduHeader.Size];
            PduWriter.WriteHeader(pdu, CommandId.EnquireLink, CommandStatus.Ok, _enquire);
            Add(pdu);
        }

        return SmppFailure.None;
    }

    private bool MaySendEnquire => _settings.EnquireInterval > TimeSpan.Zero && IsBound;

    private async Task<bool> IsDoneIn(Task task, TimeSpan limit)
    {
        try
        {
            await task.WaitAsync(limit, _time);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
