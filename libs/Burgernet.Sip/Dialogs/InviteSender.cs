using Burgernet.Sip.Media;
using Burgernet.Sip.Messages;
using Burgernet.Sip.Transactions;

namespace Burgernet.Sip.Dialogs;

/// <summary>Makes the INVITEs of placed calls, the ones with credentials included.</summary>
internal sealed class InviteSender(SipContext context, ClientTransactions transactions, InviteClient invites)
{
    /// <summary>§22.3: a proxy and a server may each challenge once, and once more for a nonce gone stale.</summary>
    public const int MostChallenges = 3;

    /// <summary>Port, transaction and request for a call that may start.</summary>
    public bool TryPrepare(OutgoingCall call)
    {
        call.Media = context.Media.TryOpen(new MediaOwner(IsIncoming: false, call.Slot, call.Generation), context.Now);
        if (call.Media is null)
        {
            return false;
        }

        return TryWriteInvite(call, sequence: 1);
    }

    /// <summary>§13.2.1.</summary>
    private bool TryWriteInvite(OutgoingCall call, uint sequence)
    {
        var transaction = transactions.TryCreate(SipMethod.Invite, ClientState.Calling);
        if (transaction is null)
        {
            return false;
        }

        transaction.Call = call;
        call.InviteTransaction = transaction;
        transaction.Destination = call.Request.Trunk.Hop;
        var tag = new SipToken(SipToken.Outgoing, call.Slot, call.Generation);
        if (call.Invite.Write(context, call.Request, tag, transaction.Token, call.Media!, sequence))
        {
            return true;
        }

        transactions.Remove(transaction);
        call.InviteTransaction = null;
        return false;
    }

    /// <summary>§22.2 and §8.1.3.5: the same request once more, with credentials and the next CSeq number.</summary>
    public bool TryAuthorize(OutgoingCall call, in SipMessage response)
    {
        if (
            response.StatusCode is not (401 or 407)
            || call.State != OutgoingState.Inviting
            || call.IsCancelWanted
            || call.Challenges == MostChallenges
            || call.Request.Trunk.Authorization?.Learn(response, call.Invite.Authorization) != true
        )
        {
            return false;
        }

        call.Challenges++;
        if (!TryWriteInvite(call, call.Invite.Sequence + 1))
        {
            return false;
        }

        invites.Start(call.InviteTransaction!);
        return true;
    }
}
