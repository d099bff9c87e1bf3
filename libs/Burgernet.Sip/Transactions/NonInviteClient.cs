using Burgernet.Sip.Messages;
using Burgernet.Sip.Threading;

namespace Burgernet.Sip.Transactions;

/// <summary>The non-INVITE client transaction, RFC 3261 §17.1.2 (figure 6); here for BYE. Completed needs no record: responses to a gone generation are dropped, which is what Timer K is for.</summary>
internal sealed class NonInviteClient(SipContext context, ClientTransactions transactions)
{
    /// <summary>Told once, when a final response or Timer F ends the transaction; status 0 is the time-out.</summary>
    public Action<ClientTransaction, int> Finished { get; set; } = static (_, _) => { };

    /// <summary>Answers a 401 or 407 by a new request; false lets the response stand.</summary>
    public ChallengeAnswer Challenged { get; set; } = static (_, in _) => false;

    /// <summary>§17.1.2.2: sends the kept request, starts Timer F, and over UDP Timer E.</summary>
    public void Start(ClientTransaction transaction)
    {
        transaction.Destination = context.SendFirst(transaction.Message, transaction.Destination);
        if (!transaction.Destination.IsReliable)
        {
            context.Start(TimerName.E, context.T1, transaction.Index, transaction.Generation);
        }

        context.Start(TimerName.F, context.Longest, transaction.Index, transaction.Generation);
    }

    /// <summary>§17.1.2.2: a 1xx moves to Proceeding, a final response ends the transaction.</summary>
    public void OnResponse(ClientTransaction transaction, in SipMessage response)
    {
        if (transaction.State == ClientState.Trying)
        {
            transaction.Destination.Trunk?.Admission.Heard();
        }

        if (response.StatusCode < 200)
        {
            transaction.State = ClientState.Proceeding;
            return;
        }

        if (response.StatusCode is 401 or 407 && transaction.Call is { } call && Challenged(call, response))
        {
            // A new transaction carries the request now.
            transactions.Remove(transaction);
            return;
        }

        Finish(transaction, response.StatusCode);
    }

    /// <summary>A kept connection may die just as it is used: once, the request goes out by a new one; then §17.1.4 ends the transaction.</summary>
    public void OnLost(ClientTransaction transaction, SipConnectionFailure failure)
    {
        var wasOpen =
            failure
            is SipConnectionFailure.Lost
                or SipConnectionFailure.Stalled
                or SipConnectionFailure.NoPong
                or SipConnectionFailure.Silent
                or SipConnectionFailure.NotSip;
        if (transaction.IsOrphan || !wasOpen)
        {
            Finish(transaction, 0);
            return;
        }

        transaction.IsOrphan = true;
        transaction.Destination = context.Send(transaction.Message, transaction.Destination with { Flow = default });
    }

    /// <summary>§17.1.2.2: E repeats the request, F gives it up.</summary>
    public void OnTimer(ClientTransaction transaction, TimerName name, int step)
    {
        switch (name)
        {
            case TimerName.E when step == transaction.Step:
                // §17.1.2.2: min(2·T, T2) while Trying, T2 in Proceeding.
                transaction.Step++;
                context.SendAgain(transaction.Message, transaction.Destination, transaction.Step);
                var interval =
                    transaction.State == ClientState.Proceeding
                        ? context.T2
                        : Math.Min(context.T1 << Math.Min(transaction.Step, 16), context.T2);
                context.Start(TimerName.E, interval, transaction.Index, transaction.Generation, transaction.Step);
                break;
            case TimerName.F:
                context.Doubt(transaction.Destination);
                Finish(transaction, 0);
                break;
            default:
                break;
        }
    }

    private void Finish(ClientTransaction transaction, int status)
    {
        Finished(transaction, status);
        transactions.Remove(transaction);
    }
}
