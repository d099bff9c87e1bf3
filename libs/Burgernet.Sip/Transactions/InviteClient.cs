using Burgernet.Sip.Grammar;
using Burgernet.Sip.Messages;
using Burgernet.Sip.Threading;

namespace Burgernet.Sip.Transactions;

/// <summary>The INVITE client transaction, RFC 3261 §17.1.1 (figure 5) with the Accepted state of RFC 6026 §7.2 and CANCEL of §9.1.</summary>
internal sealed class InviteClient(SipContext context, ClientTransactions transactions)
{
    public IInviteUser User { get; set; } = null!;

    /// <summary>§17.1.1.2: sends the INVITE, starts Timer B, and over UDP Timer A.</summary>
    public void Start(ClientTransaction transaction)
    {
        transaction.Await();
        transaction.Destination = context.SendFirst(transaction.Call!.Invite.Message, transaction.Destination);
        if (!transaction.Destination.IsReliable)
        {
            context.Start(TimerName.A, context.T1, transaction.Index, transaction.Generation);
        }

        context.Start(TimerName.B, context.Longest, transaction.Index, transaction.Generation);
    }

    /// <summary>§9.1: a CANCEL waits for a provisional response; in Calling the INVITE is only no longer repeated.</summary>
    public void Cancel(ClientTransaction transaction)
    {
        if (transaction.State == ClientState.Proceeding && !transaction.CancelSent)
        {
            transaction.CancelSent = true;
            transaction.Step = 0;
            SendCancel(transaction);
            if (!transaction.Destination.IsReliable)
            {
                context.Start(TimerName.CancelE, context.T1, transaction.Index, transaction.Generation);
            }

            context.Start(TimerName.CancelWait, context.Longest, transaction.Index, transaction.Generation);
        }
    }

    /// <summary>§17.1.1.2; the response to CANCEL is that of a transaction of its own (§9.1), which only stops the repetition of the CANCEL.</summary>
    public void OnResponse(ClientTransaction transaction, in SipMessage response)
    {
        if (response.Method == SipMethod.Cancel)
        {
            transaction.CancelAnswered |= response.StatusCode >= 200;
            if (transaction.IsOrphan && transaction.CancelAnswered && transaction.State == ClientState.Proceeding)
            {
                Fail(transaction);
            }

            return;
        }

        if (transaction.IsUnanswered)
        {
            transaction.Destination.Trunk?.Admission.Heard();
            transaction.StopWaiting();
        }

        switch (transaction.State)
        {
            case ClientState.Calling:
                Calling(transaction, response);
                break;
            case ClientState.Proceeding:
                Proceeding(transaction, response);
                break;
            case ClientState.Completed:
                Completed(transaction, response);
                break;
            case ClientState.Accepted:
                Accepted(transaction, response);
                break;
            default:
                context.Meters.StaleResponses++;
                break;
        }
    }

    /// <summary>§17.1.4: before any response the transaction fails at once. Later the peer opens a connection to us for its final response (§18.2.2);
    /// where it cannot, the ringing is ended by a CANCEL over a new connection, and the transaction with the answer to that.</summary>
    public void OnLost(ClientTransaction transaction, SipConnectionFailure failure)
    {
        transaction.Destination = transaction.Destination with { Flow = default };
        switch (transaction.State)
        {
            case ClientState.Calling:
            case ClientState.Proceeding when transaction.IsOrphan || transaction.CancelAnswered:
                transaction.Failure = failure;
                Fail(transaction);
                break;
            case ClientState.Proceeding when transaction.CancelSent || !context.Listens(transaction.Destination.Transport):
                transaction.IsOrphan = true;
                transaction.Failure = failure;
                transaction.CancelSent = false;
                Cancel(transaction);
                break;
            default:
                break;
        }
    }

    /// <summary>§17.1.1.2: A repeats the INVITE, B gives it up, D ends Completed; RFC 6026 §7.2: M ends Accepted; §9.1: a CANCEL is repeated by Timer E (§17.1.2.2),
    /// and 64·T1 after it the INVITE counts as cancelled.</summary>
    public void OnTimer(ClientTransaction transaction, TimerName name, int step)
    {
        switch (name)
        {
            case TimerName.A when transaction.State == ClientState.Calling && step == transaction.Step && !transaction.Call!.IsCancelWanted:
                // A call that is no longer wanted is not asked for again; CANCEL itself must wait for a 1xx (§9.1).
                RetransmitInvite(transaction);
                break;
            case TimerName.B when transaction.State == ClientState.Calling:
            case TimerName.CancelWait when transaction.State == ClientState.Proceeding:
                var call = transaction.Call!;
                context.Doubt(transaction.Destination);
                transactions.Remove(transaction);
                User.OnTimedOut(call);
                break;
            case TimerName.CancelE when transaction.State == ClientState.Proceeding && !transaction.CancelAnswered:
                transaction.Step++;
                SendCancel(transaction);
                context.Start(
                    TimerName.CancelE,
                    Math.Min(context.T1 << Math.Min(transaction.Step, 16), context.T2),
                    transaction.Index,
                    transaction.Generation
                );
                break;
            case TimerName.D when transaction.State == ClientState.Completed:
            case TimerName.M when transaction.State == ClientState.Accepted:
                transactions.Remove(transaction);
                break;
            default:
                break;
        }
    }

    /// <summary>§17.1.1.2 "Calling": any response moves on.</summary>
    private void Calling(ClientTransaction transaction, in SipMessage response)
    {
        if (response.StatusCode < 200)
        {
            transaction.State = ClientState.Proceeding;
            User.OnProvisional(transaction.Call!, response);
            if (transaction.State == ClientState.Proceeding && transaction.Call!.IsCancelWanted)
            {
                Cancel(transaction);
            }
        }
        else
        {
            Final(transaction, response);
        }
    }

    /// <summary>§17.1.1.2 "Proceeding": provisional responses pass to the user.</summary>
    private void Proceeding(ClientTransaction transaction, in SipMessage response)
    {
        if (response.StatusCode < 200)
        {
            User.OnProvisional(transaction.Call!, response);
        }
        else
        {
            Final(transaction, response);
        }
    }

    /// <summary>§17.1.1.2 "Completed": a repeated final response is acknowledged again; late provisional ones are ignored.</summary>
    private void Completed(ClientTransaction transaction, in SipMessage response)
    {
        if (response.StatusCode >= 300)
        {
            context.Send(transaction.Message, transaction.Destination);
        }
    }

    /// <summary>RFC 6026 §7.2 "Accepted": each 2xx is acknowledged again (RFC 3261 §13.2.2.4); all else is ignored.</summary>
    private void Accepted(ClientTransaction transaction, in SipMessage response)
    {
        if (response.StatusCode is < 200 or >= 300)
        {
            return;
        }

        var tag = SipText.Hash(context.HashSeed, response.ToTag);
        if (tag == transaction.AcceptedTag)
        {
            context.Send(transaction.Message, transaction.Destination);
            return;
        }

        User.OnForked(transaction, response, transaction.IsNewFork(tag));
    }

    /// <summary>§17.1.1.2: a 2xx goes to the user, who acknowledges it (RFC 6026 §7.2 keeps the transaction for 64·T1); 3xx to 6xx are acknowledged here.</summary>
    private void Final(ClientTransaction transaction, in SipMessage response)
    {
        var call = transaction.Call!;
        if (response.StatusCode < 300)
        {
            transaction.State = ClientState.Accepted;
            transaction.AcceptedTag = SipText.Hash(context.HashSeed, response.ToTag);
            context.Start(TimerName.M, context.Longest, transaction.Index, transaction.Generation);
            transaction.Call = null;
            User.OnAccepted(call, transaction, response);
            return;
        }

        // §17.1.1.3: the ACK takes the INVITE's branch, Request-URI, Route, and the response's To.
        transaction.State = ClientState.Completed;
        var writer = new MessageWriter(context.Scratch);
        call.Invite.WriteSibling(ref writer, SipMethod.Ack, response.To);
        transaction.Keep(writer.Written);
        context.SendFirst(transaction.Message, transaction.Destination);
        transaction.Call = null;
        if (transaction.Destination.IsReliable)
        {
            // Timer D is zero: nothing comes twice.
            transactions.Remove(transaction);
        }
        else
        {
            context.Start(TimerName.D, context.Longest, transaction.Index, transaction.Generation);
        }

        User.OnRejected(call, response);
    }

    /// <summary>§17.1.1.2: Timer A doubles each time, without a bound.</summary>
    private void RetransmitInvite(ClientTransaction transaction)
    {
        if (transaction.Call!.IsCancelWanted)
        {
            return;
        }

        transaction.Step++;
        context.SendAgain(transaction.Call.Invite.Message, transaction.Destination, transaction.Step);
        context.Start(
            TimerName.A,
            context.T1 << Math.Min(transaction.Step, 16),
            transaction.Index,
            transaction.Generation,
            transaction.Step
        );
    }

    /// <summary>§17.1.4: no answer can come any more.</summary>
    private void Fail(ClientTransaction transaction)
    {
        var call = transaction.Call!;
        var failure = transaction.Failure;
        transactions.Remove(transaction);
        User.OnConnectionFailed(call, failure);
    }

    /// <summary>§9.1.</summary>
    private void SendCancel(ClientTransaction transaction)
    {
        var invite = transaction.Call!.Invite;
        var writer = new MessageWriter(context.Scratch);
        invite.WriteSibling(ref writer, SipMethod.Cancel, invite.To);
        if (transaction.Step == 0)
        {
            transaction.Destination = context.SendFirst(writer.Written, transaction.Destination);
        }
        else
        {
            context.SendAgain(writer.Written, transaction.Destination, transaction.Step);
        }
    }
}
