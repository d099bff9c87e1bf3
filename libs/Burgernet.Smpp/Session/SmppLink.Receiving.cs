using Burgernet.Smpp.Codec;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Session;

/// <content>What comes in.</content>
internal sealed partial class SmppLink
{
    /// <summary>§3.2: nothing that follows can be read.</summary>
    internal void OnBroken(in PduHeader header, PduFault fault)
    {
        LinkMeters.Count(ref Meters.Faults[(int)fault]);
        Send(CommandId.GenericNack, fault.Status(), header.Sequence);
        Finish(SmppFailure.NotSmpp);
    }

    internal void OnPdu(in PduHeader header, ReadOnlySpan<byte> body)
    {
        LinkMeters.Count(ref Meters.Received);
        var fault = PduReader.Examine(header.Command, body);
        if (fault != PduFault.None)
        {
            OnFault(header, fault);
            return;
        }

        _faults = 0;
        switch (header.Command)
        {
            case CommandId.EnquireLink:
                LinkMeters.Count(ref Meters.EnquiresReceived);
                Send(CommandId.EnquireLinkResp, CommandStatus.Ok, header.Sequence);
                break;
            case CommandId.EnquireLinkResp:
                _enquire = header.Sequence == _enquire ? 0 : _enquire;
                break;
            case CommandId.Unbind:
                OnUnbind(header);
                break;
            case CommandId.UnbindResp:
                if (header.Sequence == _unbind)
                {
                    _unbound.TrySetResult();
                }

                break;
            case CommandId.SubmitSm or CommandId.DeliverSm or CommandId.DataSm:
                OnMessage(header, body);
                break;
            case CommandId.BindReceiverResp or CommandId.BindTransmitterResp or CommandId.BindTransceiverResp:
                Tell(header, body);
                break;
            default:
                if (header.Command.IsResponse())
                {
                    OnResponse(header, body);
                }
                else
                {
                    Tell(header, body);
                }

                break;
        }
    }

    /// <summary>What the role's owner throws must not end the reading loop.</summary>
    private void Tell(in PduHeader header, ReadOnlySpan<byte> body)
    {
        try
        {
            _user.OnPdu(this, header, body);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LinkMeters.Count(ref Meters.HandlerFaults);
            if (header.Command.HasResponse())
            {
                Send(header.Command.Response(), CommandStatus.SystemError, header.Sequence);
            }
        }
    }

    private void OnFault(in PduHeader header, PduFault fault)
    {
        LinkMeters.Count(ref Meters.Faults[(int)fault]);
        if (!header.Command.IsResponse())
        {
            // §4.3: generic_nack is for what has no response of its own.
            var answer = header.Command.HasResponse() ? header.Command.Response() : CommandId.GenericNack;
            Send(answer, fault.Status(), header.Sequence);
        }
        else if (header.Command.IsKnown())
        {
            // The peer answered, and nobody can say what.
            lock (_lock)
            {
                if (_window.Answer(header.Sequence) is { } request)
                {
                    Settle(request, SubmitResult.Unanswered);
                }
            }
        }

        if (++_faults > MostFaults)
        {
            Finish(SmppFailure.NotSmpp);
        }
    }

    private void OnMessage(in PduHeader header, ReadOnlySpan<byte> body)
    {
        if (!_user.Takes(header.Command))
        {
            Send(header.Command.Response(), CommandStatus.InvalidBindStatus, header.Sequence);
        }
        else if (_state == LinkState.Open)
        {
            _incoming.Take(header, body);
        }
        else
        {
            Send(header.Command.Response(), CommandStatus.ReceiverTemporaryError, header.Sequence);
        }
    }

    /// <summary>§4.2: the peer leaves. What waits here was not sent; what was sent may still be answered until the peer closes.</summary>
    private void OnUnbind(in PduHeader header)
    {
        Send(CommandId.UnbindResp, CommandStatus.Ok, header.Sequence);
        lock (_lock)
        {
            if (_state is LinkState.Open or LinkState.Draining)
            {
                _state = LinkState.PeerUnbound;
                _unboundAt = Now;
                SettleWaiting(SubmitBarrier.ConnectionEnded);
                _drained.TrySetResult();
                _unbound.TrySetResult();
            }
        }
    }

    private void OnResponse(in PduHeader header, ReadOnlySpan<byte> body)
    {
        lock (_lock)
        {
            if (_window.Answer(header.Sequence) is not { } request)
            {
                LinkMeters.Count(ref Meters.Strays);
                return;
            }

            if (header.Command == CommandId.GenericNack)
            {
                LinkMeters.Count(ref Meters.NacksReceived);
            }

            Settle(request, ResultOf(request, header, body));
        }
    }

    private SubmitResult ResultOf(PendingRequest request, in PduHeader header, ReadOnlySpan<byte> body)
    {
        if (header.Status != CommandStatus.Ok || header.Command == CommandId.GenericNack)
        {
            if (header.Status.AsksToSlowDown())
            {
                LinkMeters.Count(ref Meters.Throttled);
                _rate.OnThrottled(RateNow);
            }

            return SubmitResult.Refused(header.Status == CommandStatus.Ok ? CommandStatus.UnknownError : header.Status);
        }

        if (PduHeader.Read(request.Pdu).Command.Response() != header.Command)
        {
            // An answer to something else, by the number of this: nobody can say what became of it.
            LinkMeters.Count(ref Meters.Strays);
            return SubmitResult.Unanswered;
        }

        _rate.OnAccepted(RateNow);
        body[..Math.Min(body.Length, request.Response?.Length ?? 0)].CopyTo(request.Response);
        var id =
            header.Command is CommandId.SubmitSmResp or CommandId.DataSmResp && MessageResponsePdu.TryRead(body, out var pdu, out _)
                ? new MessageId(pdu.MessageId)
                : default;
        return new SubmitResult(SubmitOutcome.Accepted, CommandStatus.Ok, id, SubmitBarrier.None);
    }
}
