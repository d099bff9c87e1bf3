using Burgernet.Sip.Media;
using Burgernet.Sip.Messages;
using Burgernet.Sip.Threading;
using Burgernet.Sip.Transactions;
using Burgernet.Sip.Transport;

namespace Burgernet.Sip.Dialogs;

/// <summary>The whole signalling without sockets, threads or clocks: messages, commands and the time go in, messages and news come out.</summary>
internal sealed class SipCore
{
    private readonly HeaderField[] _fields = new HeaderField[SipParser.MaxFields];
    private readonly ClientTransactions _clients = new();
    private readonly ServerTransactions _servers;
    private readonly InviteClient _inviteClient;
    private readonly NonInviteClient _nonInviteClient;
    private readonly InviteServer _inviteServer;
    private readonly OutgoingCalls _outgoing;
    private readonly IncomingCalls _incoming;
    private readonly RequestRouter _router;
    private readonly Responder _responder;

    public SipCore(SipContext context, OutgoingSlots slots, CallCount count, Action<IncomingCommand> post)
    {
        Context = context;
        Slots = slots;
        Count = count;
        _servers = new ServerTransactions(context);
        _inviteClient = new InviteClient(context, _clients);
        _nonInviteClient = new NonInviteClient(context, _clients) { Finished = OnByeFinished };
        _inviteServer = new InviteServer(context, _servers) { Unacknowledged = OnUnacknowledged };
        _responder = new Responder(context, _servers);
        var byes = new ByeSender(context, _clients, _nonInviteClient);
        _outgoing = new OutgoingCalls(context, slots, _clients, _inviteClient, byes, count);
        _nonInviteClient.Challenged = _outgoing.OnByeChallenged;
        _incoming = new IncomingCalls(context, _inviteServer, _responder, byes, count, post);
        _incoming.EndPartner = _outgoing.End;
        _outgoing.EndPartner = _incoming.OnPartnerEnded;
        var negotiation = new Negotiation(context, _inviteServer, _responder);
        _router = new RequestRouter(context, _servers, _inviteServer, _responder, negotiation, slots, _outgoing, _incoming);
    }

    public SipContext Context { get; }

    public OutgoingSlots Slots { get; }

    public CallCount Count { get; }

    public long NextDue => Math.Min(Context.Timers.NextDue, _outgoing.NextDue);

    public int LivingClientTransactions => _clients.Living;

    public int LivingServerTransactions => _servers.Living;

    /// <summary>Nothing is open any more, our BYEs included.</summary>
    public bool IsIdle
    {
        get
        {
            for (var slot = 0; slot < Slots.Count; slot++)
            {
                if (Slots.At(slot) is { State: not OutgoingState.Free })
                {
                    return false;
                }
            }

            return !_incoming.Living.Any();
        }
    }

    public void OnMessage(ReadOnlySpan<byte> bytes, in Hop source, long now)
    {
        Context.Now = now;
        Context.Meters.Received++;
        var fault = SipParser.Parse(bytes, _fields, out var message);
        if (fault != ParseFault.None)
        {
            Context.Meters.ParseFaults[(int)fault]++;
            _responder.TryRefuse(message, source, fault);
        }
        else if (message.IsRequest)
        {
            _router.OnRequest(message, source);
        }
        else
        {
            OnResponse(message);
        }
    }

    /// <summary>A head that came over a connection and after which the stream cannot be read on.</summary>
    public void OnBrokenHead(ReadOnlySpan<byte> head, in Hop source, ParseFault fault, long now)
    {
        Context.Now = now;
        Context.Meters.ParseFaults[(int)fault]++;
        _ = SipParser.Parse(head, _fields, out var message);
        _responder.TryRefuse(message, source, fault);
    }

    /// <summary>§18.4: a connection is gone; the requests sent by it that have no answer learn of it.</summary>
    public void OnLost(FlowId flow, SipConnectionFailure failure, long now)
    {
        Context.Now = now;
        for (var index = 0; index < _clients.Count; index++)
        {
            var transaction = _clients.At(index);
            if (transaction.State == ClientState.Terminated || transaction.Destination.Flow != flow)
            {
                continue;
            }

            if (transaction.Method == SipMethod.Invite)
            {
                _inviteClient.OnLost(transaction, failure);
            }
            else
            {
                _nonInviteClient.OnLost(transaction, failure);
            }
        }
    }

    /// <summary>Runs all timers that are due.</summary>
    public void OnTime(long now)
    {
        Context.Now = now;
        while (Context.Timers.TryTake(now, out var deadline))
        {
            Expire(deadline);
        }

        _outgoing.OnTime();
    }

    public void OnMedia(in MediaNews news, long now)
    {
        Context.Now = now;
        if (news.Owner.IsIncoming)
        {
            _incoming.OnMedia(news.Owner.Slot, news.Owner.Generation, news.Key);
        }
        else if (Slots.Find(news.Owner.Slot, news.Owner.Generation) is { } call)
        {
            _outgoing.OnMedia(call, news.Key);
        }
    }

    public void Place(SipCallId id, long now)
    {
        Context.Now = now;
        if (Slots.Find(id.Slot, id.Generation) is { } call)
        {
            _outgoing.Place(call);
        }
    }

    /// <summary>There was no slot for it.</summary>
    public void Refuse(in SipCallRequest request) => _outgoing.Refuse(request, new SipCallId(-1, 0), SipCallEnd.NoCapacity);

    /// <summary>The owner's wish to end a call: whatever its state, or only while it is not answered.</summary>
    public void End(SipCallId id, long now, bool onlyUnanswered = false)
    {
        Context.Now = now;
        if (Slots.Find(id.Slot, id.Generation) is { } call && !(onlyUnanswered && call.State == OutgoingState.Answered))
        {
            _outgoing.End(call);
        }
    }

    public void On(in IncomingCommand command, long now)
    {
        Context.Now = now;
        if (command.Kind == IncomingCommandKind.Join)
        {
            IncomingCalls.Join(command.Call, Slots.Find(command.Placed.Slot, command.Placed.Generation));
        }
        else
        {
            _incoming.On(command);
        }
    }

    /// <summary>Presses a key in a placed call that is answered.</summary>
    public void PressKey(SipCallId id, char key)
    {
        if (Slots.Find(id.Slot, id.Generation) is { State: OutgoingState.Answered } call)
        {
            call.Media!.SendKey(key);
        }
    }

    /// <summary>A polite stop begins: nothing new; what is not answered is ended now.</summary>
    public void BeginStop(long now)
    {
        Context.Now = now;
        Count.IsStopping = true;
        ForEach(isAnswered: false);
    }

    /// <summary>The grace is over: answered calls get BYE.</summary>
    public void EndGrace(long now)
    {
        Context.Now = now;
        ForEach(isAnswered: true);
    }

    /// <summary>The endpoint closes: each call sends its last word and is told as ended.</summary>
    public void Abandon(long now)
    {
        Context.Now = now;
        Count.IsStopping = true;
        for (var slot = 0; slot < Slots.Count; slot++)
        {
            if (Slots.At(slot) is { State: not OutgoingState.Free } call)
            {
                _outgoing.Abandon(call);
            }
        }

        foreach (var call in _incoming.Living)
        {
            _incoming.Abandon(call);
        }
    }

    private void ForEach(bool isAnswered)
    {
        for (var slot = 0; slot < Slots.Count; slot++)
        {
            if (Slots.At(slot) is { State: not OutgoingState.Free } call && (call.State == OutgoingState.Answered) == isAnswered)
            {
                _outgoing.End(call);
            }
        }

        foreach (var call in _incoming.Living)
        {
            if ((call.State != IncomingState.Offered) == isAnswered)
            {
                _incoming.HangUp(call);
            }
        }
    }

    /// <summary>§17.1.3: the branch says which transaction; §8.1.3.3: more than one Via is not for us.</summary>
    private void OnResponse(in SipMessage response)
    {
        _ = Grammar.ViaValue.TryParse(response.TopVia, out var via);
        var branch = via.Branch;
        if (
            !branch.StartsWith(SipToken.Cookie)
            || !SipToken.TryRead(branch[SipToken.Cookie.Length..], Context.Secret, out var token)
            || token.Kind != SipToken.Transaction
            || _clients.Find(token.Index, token.Generation) is not { } transaction
            || response.CountValues(HeaderName.Via) != 1
        )
        {
            Context.Meters.StaleResponses++;
            return;
        }

        if (transaction.Method == SipMethod.Invite && response.Method is SipMethod.Invite or SipMethod.Cancel)
        {
            _inviteClient.OnResponse(transaction, response);
        }
        else if (transaction.Method == response.Method)
        {
            _nonInviteClient.OnResponse(transaction, response);
        }
        else
        {
            Context.Meters.StaleResponses++;
        }
    }

    private void Expire(in Deadline deadline)
    {
        switch (deadline.Name)
        {
            case TimerName.A or TimerName.B or TimerName.D or TimerName.M or TimerName.CancelE or TimerName.CancelWait:
                if (_clients.Find(deadline.Index, deadline.Generation) is { } invite)
                {
                    _inviteClient.OnTimer(invite, deadline.Name, deadline.Step);
                }

                break;
            case TimerName.E or TimerName.F:
                if (_clients.Find(deadline.Index, deadline.Generation) is { } other)
                {
                    _nonInviteClient.OnTimer(other, deadline.Name, deadline.Step);
                }

                break;
            case TimerName.G or TimerName.H or TimerName.I or TimerName.L or TimerName.Answer:
                if (_servers.Find(deadline.Index, deadline.Generation) is { } server)
                {
                    _inviteServer.OnTimer(server, deadline.Name, deadline.Step);
                }

                break;
            case TimerName.J:
                if (_servers.Find(deadline.Index, deadline.Generation) is { } answered)
                {
                    _servers.Remove(answered);
                }

                break;
            default:
                if (Slots.Find(deadline.Index, deadline.Generation) is { } call)
                {
                    _outgoing.OnTimer(call, deadline.Name);
                }

                break;
        }
    }

    private void OnByeFinished(ClientTransaction transaction, int status)
    {
        _ = status;
        if (transaction.Call is { } placed)
        {
            _outgoing.OnByeFinished(placed);
        }
        else if (transaction.IncomingCall is { } received)
        {
            _incoming.OnByeFinished(received);
        }
    }

    private void OnUnacknowledged(ServerTransaction transaction)
    {
        if (transaction.Call is { } call)
        {
            _incoming.OnUnacknowledged(call);
        }
        else if (transaction.Placed is { } placed)
        {
            _outgoing.OnUnacknowledged(placed);
        }
    }
}
