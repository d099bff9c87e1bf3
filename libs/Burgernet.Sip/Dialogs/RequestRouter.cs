using Burgernet.Sip.Messages;
using Burgernet.Sip.Transactions;
using Burgernet.Sip.Transport;

namespace Burgernet.Sip.Dialogs;

/// <summary>Brings a received request to its transaction, its dialog or its answer, RFC 3261 §8.2, §12.2.2 and §17.2.3.</summary>
internal sealed class RequestRouter(
    SipContext context,
    ServerTransactions transactions,
    InviteServer invites,
    Responder responder,
    Negotiation negotiation,
    OutgoingSlots slots,
    OutgoingCalls outgoing,
    IncomingCalls incoming
)
{
    /// <summary>§8.2: what repeats itself gets its response again (§17.2.3), CANCEL looks for its INVITE, a To tag means a dialog.</summary>
    public void OnRequest(in SipMessage request, in Hop source)
    {
        if (request.Method == SipMethod.Ack)
        {
            OnAck(request);
            return;
        }

        var known = transactions.Find(transactions.KeyOf(request, request.Method));
        if (known is not null)
        {
            if (known.Method == SipMethod.Invite)
            {
                invites.OnRepeated(known);
            }
            else
            {
                responder.Repeat(known);
            }
        }
        else if (request.Method == SipMethod.Cancel)
        {
            OnCancel(request, source);
        }
        else if (request.ToTag.IsEmpty)
        {
            OutOfDialog(request, source);
        }
        else
        {
            InDialog(request, source);
        }
    }

    /// <summary>An ACK belongs to a rejected INVITE by its branch, or to a 2xx by its dialog; anything else is dropped (§17).</summary>
    private void OnAck(in SipMessage ack)
    {
        var transaction = transactions.Find(transactions.KeyOf(ack, SipMethod.Invite));
        if (transaction is not null && transaction.State != ServerState.Accepted && invites.OnAck(transaction))
        {
            return;
        }

        if (Find(ack, out var placed, out var received))
        {
            if (placed is not null)
            {
                Negotiation.OnAck(placed.ReInvite, ack, placed.Media);
            }
            else if (received is { State: IncomingState.Answered })
            {
                incoming.OnAck(received, ack);
            }
            else
            {
                Negotiation.OnAck(received!.ReInvite, ack, received.Media);
            }
        }
        else
        {
            context.Meters.StrayRequests++;
        }
    }

    /// <summary>§9.2: CANCEL finds the INVITE by the same branch; it is answered by itself.</summary>
    private void OnCancel(in SipMessage request, in Hop source)
    {
        var invite = transactions.Find(transactions.KeyOf(request, SipMethod.Invite));
        if (invite is null)
        {
            responder.Reply(request, source, 481);
            return;
        }

        if (invite.Call is not { } call || call.Invite != invite)
        {
            responder.ReplyAndKeep(request, source, 200);
            return;
        }

        // §9.2: the same To tag as in the responses to the INVITE.
        responder.ReplyAndKeep(request, source, 200, call.Tag);
        incoming.OnCancel(call);
    }

    /// <summary>§8.2 and, for what only dialogs have, §12.2.2.</summary>
    private void OutOfDialog(in SipMessage request, in Hop source)
    {
        switch (request.Method)
        {
            case SipMethod.Invite:
                incoming.OnInvite(request, source);
                break;
            case SipMethod.Options:
                // §11.2
                var status = InviteExamination.StatusOfTarget(request);
                responder.Reply(request, source, status == 0 ? 200 : status);
                break;
            case SipMethod.Bye:
            case SipMethod.Update:
            case SipMethod.Info:
            case SipMethod.Prack:
            case SipMethod.Notify:
                // §12.2.2: these live in dialogs only.
                context.Meters.StrayRequests++;
                responder.Reply(request, source, 481);
                break;
            default:
                // §8.2.1
                responder.Reply(request, source, 405);
                break;
        }
    }

    /// <summary>§12.2.2: the To tag is ours and says which call; Call-ID and From tag must agree.</summary>
    private void InDialog(in SipMessage request, in Hop source)
    {
        if (!Find(request, out var placed, out var received))
        {
            context.Meters.StrayRequests++;
            responder.Reply(request, source, 481);
            return;
        }

        var dialog = placed?.Dialog ?? received!.Dialog;
        if (dialog.RemoteSequence != 0 && request.CSeqNumber < dialog.RemoteSequence)
        {
            // §12.2.2: a request from the past.
            responder.Reply(request, source, 500);
            return;
        }

        dialog.RemoteSequence = request.CSeqNumber;
        var isOver = placed?.State == OutgoingState.Ended || received?.State == IncomingState.Ending;
        if (isOver && request.Method != SipMethod.Bye)
        {
            // §15.1.1: with our BYE the session was over; only a BYE that crossed it is still taken.
            responder.Reply(request, source, 481);
            return;
        }

        switch (request.Method)
        {
            case SipMethod.Bye:
                // §15.1.2
                responder.ReplyAndKeep(request, source, 200);
                if (placed is not null)
                {
                    outgoing.OnBye(placed);
                }
                else
                {
                    incoming.OnBye(received!);
                }

                break;
            case SipMethod.Invite when placed is not null:
                negotiation.OnInvite(placed, request, source);
                break;
            case SipMethod.Invite:
                negotiation.OnInvite(received!, request, source);
                break;
            case SipMethod.Update when placed is not null:
                negotiation.OnUpdate(placed, request, source);
                break;
            case SipMethod.Update:
                negotiation.OnUpdate(received!, request, source);
                break;
            case SipMethod.Options:
                // §11.2
                responder.Reply(request, source, 200);
                break;
            default:
                // §8.2.1
                responder.Reply(request, source, 405);
                break;
        }
    }

    /// <summary>§12.2.2: Call-ID and both tags name the dialog; ours holds the slot of the call.</summary>
    private bool Find(in SipMessage request, out OutgoingCall? placed, out IncomingCall? received)
    {
        placed = null;
        received = null;
        if (!SipToken.TryRead(request.ToTag, context.Secret, out var token))
        {
            return false;
        }

        if (token.Kind == SipToken.Outgoing)
        {
            placed = slots.Find(token.Index, token.Generation);

            // Before the 2xx the peer's tag is not known yet.
            return placed is not null
                && placed.State is not OutgoingState.Queued
                && request.CallId.SequenceEqual(placed.Invite.CallId)
                && (!placed.Dialog.IsConfirmed || request.FromTag.SequenceEqual(placed.Dialog.RemoteTag));
        }

        if (token.Kind == SipToken.Incoming)
        {
            received = incoming.Find(token.Index, token.Generation);
            return received is not null
                && request.CallId.SequenceEqual(received.Dialog.CallId)
                && request.FromTag.SequenceEqual(received.Dialog.RemoteTag);
        }

        return false;
    }
}
