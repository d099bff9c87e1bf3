using Burgernet.Sip.Grammar;
using Burgernet.Sip.Media;
using Burgernet.Sip.Messages;
using Burgernet.Sip.Threading;
using Burgernet.Sip.Transactions;

namespace Burgernet.Sip.Dialogs;

/// <summary>The calls that we place: the UAC core of RFC 3261 §8.1, §13.2 and §15.1.1.</summary>
internal sealed partial class OutgoingCalls : IInviteUser
{
    private readonly SipContext _context;
    private readonly OutgoingSlots _slots;
    private readonly ClientTransactions _transactions;
    private readonly InviteClient _invites;
    private readonly ByeSender _byes;
    private readonly AckSender _acks;
    private readonly OwnerLine _owners;
    private readonly InviteSender _inviteSender;
    private readonly CallStarts _starts;
    private readonly CallCount _count;

    public OutgoingCalls(
        SipContext context,
        OutgoingSlots slots,
        ClientTransactions transactions,
        InviteClient invites,
        ByeSender byes,
        CallCount count
    )
    {
        _context = context;
        _slots = slots;
        _transactions = transactions;
        _invites = invites;
        _byes = byes;
        _acks = new AckSender(context, byes);
        _owners = new OwnerLine(context.Meters);
        _inviteSender = new InviteSender(context, transactions, invites);
        _starts = new CallStarts(context, slots, _owners, _inviteSender, invites, count)
        {
            NotStarted = (call, end, barrier) =>
                End(call, end, 0, barrier == SipBarrier.Rest ? call.Request.Trunk.Admission.RestSeconds(context.Now) : 0, barrier),
        };
        _count = count;
        invites.User = this;
    }

    /// <summary>When the next call that waits for its turn has it.</summary>
    public long NextDue => _starts.NextDue;

    /// <summary>Starts the calls whose turn it is.</summary>
    public void OnTime() => _starts.OnTime();

    /// <summary>Places the call that waits in a slot.</summary>
    public void Place(OutgoingCall call)
    {
        if (call.State != OutgoingState.Queued)
        {
            return;
        }

        _context.Meters.Placed++;
        _starts.Place(call);
    }

    /// <summary>A call that never got a slot.</summary>
    public void Refuse(in SipCallRequest request, SipCallId id, SipCallEnd end)
    {
        _context.Meters.Placed++;
        _context.Meters.Ended[(int)end]++;
        _owners.Tell(
            request.Owner,
            new SipCallNews
            {
                Tag = request.Tag,
                Call = id,
                Kind = SipCallNewsKind.Ended,
                End = end,
            }
        );
    }

    /// <summary>The owner's wish to end a call, whatever its state: CANCEL before the answer (§9.1), BYE after it (§15).</summary>
    public void End(OutgoingCall call)
    {
        switch (call.State)
        {
            case OutgoingState.Queued:
                call.IsCancelWanted = true;
                break;
            case OutgoingState.Inviting:
                Cancel(call, SipCallEnd.Cancelled);
                break;
            case OutgoingState.Answered:
                HangUp(call, SipCallEnd.HungUpByUs, 0);
                break;
            default:
                break;
        }
    }

    /// <summary>The ring limit ends in CANCEL (§13.2.2.1: how long a caller waits is its own affair); the time after the message in BYE.</summary>
    public void OnTimer(OutgoingCall call, TimerName name)
    {
        if (name == TimerName.RingLimit && call.State == OutgoingState.Inviting)
        {
            Cancel(call, SipCallEnd.RingLimit);
        }
        else if (name == TimerName.Linger && call.State == OutgoingState.Answered)
        {
            HangUp(call, SipCallEnd.HungUpByUs, 0);
        }
    }

    /// <summary>The endpoint closes: one last CANCEL or BYE, no waiting.</summary>
    public void Abandon(OutgoingCall call)
    {
        End(call);
        if (!call.IsEndTold)
        {
            End(call, SipCallEnd.Cancelled, 0);
        }
    }

    /// <summary>§13.2.2.1: 180 is ringing, and so is a 183 with early media; an answer in any of them counts for the dialog of its To tag (§13.2.1).</summary>
    public void OnProvisional(OutgoingCall call, in SipMessage response)
    {
        if (response.StatusCode == 100 || call.State != OutgoingState.Inviting)
        {
            return;
        }

        var hasAnswer = SdpReader.TryRead(response.Body, out var early);
        if (hasAnswer)
        {
            call.EarlyAnswers.Learn(SipText.Hash(_context.HashSeed, response.ToTag), early);
        }

        if (!call.IsRingingTold && (response.StatusCode == 180 || (response.StatusCode == 183 && hasAnswer)))
        {
            call.IsRingingTold = true;
            _owners.Tell(call, SipCallNewsKind.Ringing, response.StatusCode);
        }
    }

    /// <summary>§13.2.2.4: a 2xx makes the dialog; ACK at once, then the message, or BYE where the call is no longer wanted.</summary>
    public void OnAccepted(OutgoingCall call, ClientTransaction transaction, in SipMessage response)
    {
        call.InviteTransaction = null;
        call.Challenges = 0;
        call.Dialog.BeginAsCaller(response, call.Request.Trunk.Segments.LocalAddress, transaction.Destination);
        _acks.Send(call, transaction, response.CSeqNumber);
        if (call.State != OutgoingState.Inviting)
        {
            // The peer's BYE overtook its own 2xx, or the end was told already: nobody waits for this dialog.
            SendBye(call);
            Release(call);
            return;
        }

        if (call.IsCancelWanted)
        {
            HangUp(call, call.CancelCause, response.StatusCode);
            return;
        }

        var hasAnswer = SdpReader.TryRead(response.Body, out var answer);
        if (!hasAnswer && response.Body.IsEmpty)
        {
            // An answer in a provisional response of the same dialog that the 2xx does not repeat (against §13.2.1, seen at carriers).
            hasAnswer = call.EarlyAnswers.TryFind(transaction.AcceptedTag, out answer);
        }

        if (!hasAnswer)
        {
            HangUp(call, SipCallEnd.NoMedia, response.StatusCode);
            return;
        }

        call.State = OutgoingState.Answered;
        call.Peer = answer;
        _context.Meters.Answered++;
        call.Media!.Listen(answer, SdpWriter.TelephoneEvent);
        call.Media.Play(call.Request.Message);
        _owners.Tell(call, SipCallNewsKind.Answered, response.StatusCode);
        if (call.Request.Message is null)
        {
            Linger(call);
        }
    }

    /// <summary>§13.2.2.4: a 2xx of another branch of a fork.</summary>
    public void OnForked(ClientTransaction transaction, in SipMessage response, bool isNew) =>
        _acks.SendToFork(transaction, response, isNew);

    /// <summary>§13.2.2.2 and §13.2.2.3: a challenge is answered by a new INVITE (§8.1.3.5); any other failure ends the call. §21.5.4: 503 may ask for a rest.</summary>
    public void OnRejected(OutgoingCall call, in SipMessage response)
    {
        call.InviteTransaction = null;
        if (_inviteSender.TryAuthorize(call, response))
        {
            return;
        }

        if (response.StatusCode == 503 && response.RetryAfterSeconds > 0)
        {
            call.Request.Trunk.Admission.Rest(_context.Now, response.RetryAfterSeconds);
        }

        var isAnswerToCancel = call.IsCancelWanted && response.StatusCode == 487;
        End(call, isAnswerToCancel ? call.CancelCause : SipCallEnd.Rejected, response.StatusCode, retryAfter: response.RetryAfterSeconds);
        Release(call);
    }

    /// <summary>§17.1.4: a call that nobody can answer any more.</summary>
    public void OnConnectionFailed(OutgoingCall call, SipConnectionFailure failure)
    {
        call.InviteTransaction = null;
        call.Connection = failure;
        End(call, call.IsCancelWanted ? call.CancelCause : SipCallEnd.ConnectionFailed, 0);
        Release(call);
    }

    /// <summary>§8.1.3.1: as if 408 had come; and §9.1: a cancelled call that nothing answers is over.</summary>
    public void OnTimedOut(OutgoingCall call)
    {
        var wasRinging = call.InviteTransaction?.CancelSent == true;
        call.InviteTransaction = null;
        End(
            call,
            call.IsCancelWanted && (wasRinging || call.CancelCause == SipCallEnd.Cancelled) ? call.CancelCause : SipCallEnd.NoResponse,
            0
        );
        Release(call);
    }

    /// <summary>§15.1.2: the peer's BYE, at any time.</summary>
    public void OnBye(OutgoingCall call)
    {
        if (call.State == OutgoingState.Inviting)
        {
            // It overtook the 2xx: the transaction goes on without the call.
            Cancel(call, SipCallEnd.HungUpByPeer);
        }

        if (call.State is OutgoingState.Inviting or OutgoingState.Answered)
        {
            End(call, SipCallEnd.HungUpByPeer, 0);
        }

        Release(call);
    }

    /// <summary>§13.3.1.4, §14.2: our 2xx to the peer's re-INVITE was never acknowledged.</summary>
    public void OnUnacknowledged(OutgoingCall call)
    {
        if (call.State == OutgoingState.Answered)
        {
            HangUp(call, SipCallEnd.HungUpByUs, 0);
        }
    }

    /// <summary>§22.2, §22.3: a BYE that is challenged goes out again with credentials: a proxy may have kept it from the far side.</summary>
    /// <returns>False when there is nothing to answer with.</returns>
    public bool OnByeChallenged(OutgoingCall call, in SipMessage response)
    {
        if (
            call.Challenges >= InviteSender.MostChallenges
            || call.Request.Trunk.Authorization?.Learn(response, call.ByeTransaction!.Message) != true
        )
        {
            return false;
        }

        call.Challenges++;
        SendBye(call);
        return true;
    }

    /// <summary>§15.1.1: whatever answers our BYE (200, 401, 407, 408, 481) or nothing at all: the dialog is over.</summary>
    public void OnByeFinished(OutgoingCall call)
    {
        call.ByeTransaction = null;
        Release(call);
    }

    /// <summary>Gives the slot back once nothing refers to it.</summary>
    public void Release(OutgoingCall call)
    {
        if (call.IsEndTold && call.InviteTransaction is null && call.ByeTransaction is null)
        {
            _slots.Release(call);
        }
    }

    /// <summary>§9.1.</summary>
    private void Cancel(OutgoingCall call, SipCallEnd cause)
    {
        if (!call.IsCancelWanted)
        {
            call.IsCancelWanted = true;
            call.CancelCause = cause;
            _invites.Cancel(call.InviteTransaction!);
        }
    }

    private void HangUp(OutgoingCall call, SipCallEnd cause, int status)
    {
        SendBye(call);
        End(call, cause, status);
        Release(call);
    }

    /// <summary>§15.1.1.</summary>
    private void SendBye(OutgoingCall call)
    {
        var transaction = _byes.Send(call.Dialog, call.Request.Trunk.Authorization);
        if (transaction is not null)
        {
            transaction.Call = call;
            call.ByeTransaction = transaction;
        }
    }

    private void End(OutgoingCall call, SipCallEnd cause, int status, int retryAfter = 0, SipBarrier barrier = SipBarrier.None)
    {
        if (call.IsEndTold)
        {
            return;
        }

        Span<char> late = stackalloc char[8];
        foreach (var key in late[..(call.Media?.Close(late) ?? 0)])
        {
            _owners.Tell(call, SipCallNewsKind.Key, 0, key: key);
        }

        var isNever = call.State == OutgoingState.Queued;
        call.State = OutgoingState.Ended;
        call.IsEndTold = true;
        if (call.IsCounted)
        {
            call.IsCounted = false;
            _count.Active--;
            call.Request.Trunk.Admission.End();
        }

        _context.Meters.Ended[(int)cause]++;
        _owners.Tell(call, SipCallNewsKind.Ended, status, cause, retryAfter: retryAfter, barrier: barrier);
        Part(call);
        if (isNever)
        {
            if (call.InviteTransaction is not null)
            {
                _transactions.Remove(call.InviteTransaction);
                call.InviteTransaction = null;
            }

            Release(call);
        }
    }
}
