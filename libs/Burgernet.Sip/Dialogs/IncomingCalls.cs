using System.Text;
using Burgernet.Sip.Grammar;
using Burgernet.Sip.Media;
using Burgernet.Sip.Messages;
using Burgernet.Sip.Transactions;
using Burgernet.Sip.Transport;

namespace Burgernet.Sip.Dialogs;

/// <summary>The calls that come in: the UAS core of RFC 3261 §8.2, §13.3 and §15.1.2.</summary>
internal sealed partial class IncomingCalls
{
    private readonly SipContext _context;
    private readonly InviteServer _invites;
    private readonly Responder _responder;
    private readonly ByeSender _byes;
    private readonly CallCount _count;
    private readonly Action<IncomingCommand> _post;
    private readonly HeaderField[] _fields = new HeaderField[SipParser.MaxFields];
    private readonly List<IncomingCall?> _calls = [];
    private readonly List<uint> _generations = [];
    private readonly Stack<int> _free = new();

    public IncomingCalls(
        SipContext context,
        InviteServer invites,
        Responder responder,
        ByeSender byes,
        CallCount count,
        Action<IncomingCommand> post
    )
    {
        _context = context;
        _invites = invites;
        _responder = responder;
        _byes = byes;
        _count = count;
        _post = post;
    }

    /// <summary>Every call that is not over, for stopping.</summary>
    public IEnumerable<IncomingCall> Living => _calls.OfType<IncomingCall>().ToArray();

    public IncomingCall? Find(int slot, uint generation) =>
        (uint)slot < (uint)_calls.Count && _generations[slot] == generation ? _calls[slot] : null;

    /// <summary>§8.2 and §13.3.1: a new INVITE outside a dialog.</summary>
    public void OnInvite(in SipMessage request, in Hop source)
    {
        var handler = _context.Options.IncomingCalls;
        var transaction = handler is null ? null : _invites.TryBegin(request, source);
        if (handler is null || transaction is null)
        {
            _responder.Reply(request, source, handler is null ? 405 : 503);
            return;
        }

        var status = InviteExamination.StatusOf(request);
        if (status == 0 && (_count.IsStopping || _count.Active >= _context.Options.MaxCalls))
        {
            status = 503;
        }

        if (status != 0)
        {
            SendReject(transaction, status, status == 503 ? 1 : 0, default);
            return;
        }

        var call = Create(request, source);
        call.Invite = transaction;
        transaction.Call = call;
        call.Dialog.BeginAsCallee(request, call.LocalAddress, call.Tag, _context.Secret, transaction.Source);
        _count.Active++;
        _context.Meters.IncomingCalls++;
        try
        {
            handler.OnInvite(call);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            _context.Meters.OwnerFaults++;
            Reject(call, 500, 0);
        }
    }

    public void On(in IncomingCommand command)
    {
        var call = command.Call;
        switch (command.Kind)
        {
            case IncomingCommandKind.Ring when call.State == IncomingState.Offered:
                SendProvisional(call, 180);
                break;
            case IncomingCommandKind.Answer when call.State == IncomingState.Offered:
                Answer(call, command.Audio);
                break;
            case IncomingCommandKind.Reject when call.State == IncomingState.Offered:
                Reject(call, command.Status, command.RetryAfter);
                break;
            case IncomingCommandKind.HangUp:
                HangUp(call);
                break;
            case IncomingCommandKind.Play:
                Play(call, command.Audio!, command.Again);
                break;
            case IncomingCommandKind.Key:
                call.Media?.SendKey(command.Key);
                break;
            default:
                break;
        }
    }

    /// <summary>§13.3.1.4: the ACK of our 2xx.</summary>
    public void OnAck(IncomingCall call, in SipMessage ack)
    {
        if (call.State != IncomingState.Answered || call.Invite?.Sequence != ack.CSeqNumber)
        {
            return;
        }

        call.Invite.IsAcknowledged = true;
        call.State = IncomingState.Acknowledged;
        if (call.AwaitsAnswer)
        {
            call.AwaitsAnswer = false;
            if (!SdpReader.TryRead(ack.Body, out var answer))
            {
                HangUp(call);
                return;
            }

            call.Media?.Listen(answer, SdpWriter.TelephoneEvent);
        }

        call.Media?.Play(call.Audio, call.PlaysAgain);
        Tell(call, SipIncomingCallNews.Acknowledged);
        if (call.IsHangUpWanted)
        {
            HangUp(call);
        }
    }

    /// <summary>§9.2: the CANCEL was answered 200; the INVITE gets 487, if it has no final response yet.</summary>
    public void OnCancel(IncomingCall call)
    {
        if (call.State == IncomingState.Offered)
        {
            SendReject(call.Invite!, 487, 0, call.Tag);
            End(call, SipIncomingCallNews.Cancelled);
        }
    }

    /// <summary>§15.1.2: BYE was answered 200; an INVITE without final response gets 487.</summary>
    public void OnBye(IncomingCall call)
    {
        if (call.State == IncomingState.Offered)
        {
            SendReject(call.Invite!, 487, 0, call.Tag);
        }

        if (call.Invite is not null)
        {
            call.Invite.IsAcknowledged = true;
        }

        if (call.State != IncomingState.Ending)
        {
            End(call, SipIncomingCallNews.HungUpByPeer);
        }
    }

    /// <summary>§15.1.1: whatever answers our BYE, or nothing: the dialog is over.</summary>
    public void OnByeFinished(IncomingCall call)
    {
        call.ByeTransaction = null;
        End(call, SipIncomingCallNews.HungUpByUs);
    }

    /// <summary>§13.3.1.4: a 2xx that is never acknowledged ends in BYE, that of a re-INVITE too.</summary>
    public void OnUnacknowledged(IncomingCall call)
    {
        if (call.State == IncomingState.Answered)
        {
            SendBye(call, isLast: true);
            End(call, SipIncomingCallNews.NotAcknowledged);
        }
        else
        {
            HangUp(call);
        }
    }

    /// <summary>Ends a call in the way its state asks for: 480 before the answer (§21.4.18), BYE after the ACK (§15: not before).</summary>
    public void HangUp(IncomingCall call)
    {
        switch (call.State)
        {
            case IncomingState.Offered:
                Reject(call, 480, 0, SipIncomingCallNews.HungUpByUs);
                break;
            case IncomingState.Answered:
                call.IsHangUpWanted = true;
                break;
            case IncomingState.Acknowledged:
                call.State = IncomingState.Ending;
                SendBye(call, isLast: false);
                break;
            default:
                break;
        }
    }

    /// <summary>The endpoint closes: one last response or BYE, no waiting.</summary>
    public void Abandon(IncomingCall call)
    {
        if (call.State == IncomingState.Offered)
        {
            Reject(call, 480, 0);
        }
        else if (call.State != IncomingState.Ended)
        {
            if (call.State != IncomingState.Ending)
            {
                SendBye(call, isLast: true);
            }

            End(call, SipIncomingCallNews.HungUpByUs);
        }
    }

    private IncomingCall Create(in SipMessage request, in Hop source)
    {
        if (!_free.TryPop(out var slot))
        {
            slot = _calls.Count;
            _calls.Add(null);
            _generations.Add(0);
        }

        _ = SipUri.TryParse(request.RequestUri, out var target);
        var call = new IncomingCall(_post, slot, _generations[slot])
        {
            CallIdText = Encoding.UTF8.GetString(request.CallId),
            Called = Uri.UnescapeDataString(Encoding.UTF8.GetString(target.User)),
            Calling = CallerIdentity.Shown(request),
            Asserted = CallerIdentity.Asserted(request),
            IsPrivate = CallerIdentity.AsksPrivacy(request),
            Source = source.ToEndPoint(),
            LocalAddress = _context.AddressTowards(source),
        };
        _calls[slot] = call;
        return call;
    }

    private SipMessage Reparse(ServerTransaction transaction)
    {
        SipParser.Parse(transaction.Request, _fields, out var request);
        return request;
    }

    /// <summary>§13.3.1.1.</summary>
    private void SendProvisional(IncomingCall call, int status)
    {
        var writer = new MessageWriter(_context.Scratch);
        var request = Reparse(call.Invite!);
        ResponseWriter.Begin(ref writer, request, status, call.Invite!.Source, call.Tag, _context.Secret);
        _responder.AddServer(ref writer, status);
        _responder.AddContact(ref writer, request, call.LocalAddress, call.Invite.Source.Transport);
        writer.Add("Content-Length: 0\r\n\r\n"u8);
        _invites.Provisional(call.Invite, writer.Written);
    }

    /// <summary>§13.3.1.4: 200 with our answer, or with an offer where the INVITE had none.</summary>
    private void Answer(IncomingCall call, AudioMessage? audio)
    {
        var leg = _context.Media.TryOpen(new MediaOwner(IsIncoming: true, call.Slot, call.Generation), _context.Now);
        if (leg is null)
        {
            Reject(call, 503, 1, SipIncomingCallNews.HungUpByUs);
            return;
        }

        call.Attach(leg);
        call.Audio = audio;
        var request = Reparse(call.Invite!);
        var body = new MessageWriter(_context.BodyScratch);
        if (SdpReader.TryRead(request.Body, out var offer))
        {
            SdpWriter.WriteAnswer(ref body, call.LocalAddress, leg, offer, request.Body);
            leg.Listen(offer, offer.TelephoneEvent);
        }
        else
        {
            SdpWriter.WriteOffer(ref body, call.LocalAddress, leg);
            call.AwaitsAnswer = true;
        }

        if (body.Overflowed)
        {
            // An offer with more streams than anybody means.
            Reject(call, 488, 0, SipIncomingCallNews.HungUpByUs);
            return;
        }

        var writer = new MessageWriter(_context.Scratch);
        ResponseWriter.Begin(ref writer, request, 200, call.Invite!.Source, call.Tag, _context.Secret);
        _responder.AddServer(ref writer, 200);
        _responder.AddContact(ref writer, request, call.LocalAddress, call.Invite.Source.Transport);
        writer.Add("Content-Type: application/sdp\r\nContent-Length: "u8);
        writer.Add(body.Length);
        writer.Add("\r\n\r\n"u8);
        writer.Add(body.Written);
        call.State = IncomingState.Answered;
        _invites.Accept(call.Invite, writer.Written);
    }

    private void Reject(IncomingCall call, int status, int retryAfter, SipIncomingCallNews? news = null)
    {
        SendReject(call.Invite!, status, retryAfter, call.Tag);
        End(call, news);
    }

    /// <summary>§13.3.1.3; Retry-After with 503 (§21.5.4).</summary>
    private void SendReject(ServerTransaction transaction, int status, int retryAfter, SipToken tag)
    {
        var writer = new MessageWriter(_context.Scratch);
        var request = Reparse(transaction);
        ResponseWriter.Begin(ref writer, request, status, transaction.Source, tag.Kind == 0 ? _context.NextLoose() : tag, _context.Secret);
        _responder.AddServer(ref writer, status);
        Responder.AddReasons(ref writer, request, status);
        if (retryAfter > 0)
        {
            writer.Add("Retry-After: "u8);
            writer.Add(retryAfter);
            writer.Add("\r\n"u8);
        }

        writer.Add("Content-Length: 0\r\n\r\n"u8);
        _invites.Reject(transaction, writer.Written);
    }

    /// <summary>§15.1.1.</summary>
    private void SendBye(IncomingCall call, bool isLast)
    {
        var transaction = _byes.Send(call.Dialog);
        if (transaction is null)
        {
            End(call, SipIncomingCallNews.HungUpByUs);
        }
        else if (!isLast)
        {
            transaction.IncomingCall = call;
            call.ByeTransaction = transaction;
        }
    }

    private void End(IncomingCall call, SipIncomingCallNews? news)
    {
        if (call.State == IncomingState.Ended)
        {
            return;
        }

        call.Detach();
        call.State = IncomingState.Ended;
        if (call.Invite is not null)
        {
            call.Invite.Call = null;
            call.Invite = null;
        }

        Negotiation.Drop(call.ReInvite);
        call.ReInvite = null;
        _calls[call.Slot] = null;
        _generations[call.Slot]++;
        _free.Push(call.Slot);
        _count.Active--;
        if (news is not null)
        {
            Tell(call, news.Value);
        }

        Part(call);
    }
}
