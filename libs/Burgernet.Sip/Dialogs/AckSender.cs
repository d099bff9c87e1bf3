using Burgernet.Sip.Messages;
using Burgernet.Sip.Transactions;

namespace Burgernet.Sip.Dialogs;

/// <summary>Acknowledges the 2xx of our INVITEs, RFC 3261 §13.2.2.4: in the dialog that the 2xx makes, on a branch of its own, with the INVITE's CSeq number and credentials.</summary>
internal sealed class AckSender(SipContext context, ByeSender byes)
{
    /// <summary>§13.2.2.4: the first 2xx; the ACK is kept in its transaction, for the repetitions of the 2xx.</summary>
    public void Send(OutgoingCall call, ClientTransaction transaction, uint sequence)
    {
        var dialog = call.Dialog;
        var writer = new MessageWriter(context.Scratch);
        var credentials = dialog.WriteAck(ref writer, sequence, context.NextLoose(), context, call.Invite.Authorization);
        transaction.Keep(writer.Written);
        transaction.Credentials = writer.Overflowed ? default : credentials;
        transaction.Destination = context.SendFirst(transaction.Message, dialog.Destination);
        dialog.Destination = transaction.Destination;
    }

    /// <summary>§13.2.2.4: a 2xx of another branch of a fork: each is acknowledged in its own dialog, and that dialog is ended by BYE once.</summary>
    public void SendToFork(ClientTransaction transaction, in SipMessage response, bool isNew)
    {
        var trunk = transaction.Destination.Trunk!;
        var dialog = new Dialog();
        dialog.BeginAsCaller(response, trunk.Segments.LocalAddress, transaction.Destination);
        var writer = new MessageWriter(context.Scratch);
        dialog.WriteAck(ref writer, response.CSeqNumber, context.NextLoose(), context, transaction.Message[transaction.Credentials]);
        dialog.Destination = context.SendFirst(writer.Written, dialog.Destination);
        if (isNew)
        {
            byes.Send(dialog, trunk.Authorization);
        }
    }
}
