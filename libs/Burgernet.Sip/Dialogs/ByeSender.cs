using Burgernet.Sip.Authentication;
using Burgernet.Sip.Messages;
using Burgernet.Sip.Transactions;

namespace Burgernet.Sip.Dialogs;

/// <summary>Ends dialogs, RFC 3261 §15.1.1.</summary>
internal sealed class ByeSender(SipContext context, ClientTransactions transactions, NonInviteClient client)
{
    /// <summary>Sends BYE in a dialog; null when there is no room for one more transaction (then nothing is sent).</summary>
    public ClientTransaction? Send(Dialog dialog, TrunkAuthorization? authorization = null)
    {
        var transaction = transactions.TryCreate(SipMethod.Bye, ClientState.Trying);
        if (transaction is null)
        {
            return null;
        }

        var writer = new MessageWriter(context.Scratch);
        dialog.Write(ref writer, SipMethod.Bye, ++dialog.LocalSequence, transaction.Token, context, authorization);
        transaction.Keep(writer.Written);
        transaction.Destination = dialog.Destination;
        client.Start(transaction);
        return transaction;
    }
}
