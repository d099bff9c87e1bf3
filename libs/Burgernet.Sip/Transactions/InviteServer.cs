using Burgernet.Sip.Messages;
using Burgernet.Sip.Threading;
using Burgernet.Sip.Transport;

namespace Burgernet.Sip.Transactions;

/// <summary>The INVITE server transaction, RFC 3261 §17.2.1 (figure 7), with Accepted of RFC 6026 §7.1 and the 2xx retransmission of §13.3.1.4.</summary>
internal sealed class InviteServer(SipContext context, ServerTransactions transactions)
{
    /// <summary>A 2xx was never acknowledged, 64·T1 (§13.3.1.4).</summary>
    public Action<ServerTransaction> Unacknowledged { get; set; } = static _ => { };

    /// <summary>§17.2.1 "Proceeding": the request is kept and 100 sent at once.</summary>
    public ServerTransaction? TryBegin(in SipMessage request, in Hop source)
    {
        var transaction = transactions.TryCreate(transactions.KeyOf(request, SipMethod.Invite), SipMethod.Invite);
        if (transaction is null)
        {
            return null;
        }

        transaction.Sequence = request.CSeqNumber;
        transaction.KeepRequest(request.Bytes);
        transaction.Source = source;
        transaction.Destination = ResponseWriter.Aim(request, source);
        var writer = new MessageWriter(context.Scratch);
        ResponseWriter.Begin(ref writer, request, 100, source, default, context.Secret);
        writer.Add("Content-Length: 0\r\n\r\n"u8);
        Provisional(transaction, writer.Written);
        return transaction;
    }

    /// <summary>§17.2.1 "Proceeding": a 1xx, which a repeated INVITE gets again.</summary>
    public void Provisional(ServerTransaction transaction, ReadOnlySpan<byte> response)
    {
        transaction.KeepResponse(response);
        context.Send(response, transaction.Destination);
    }

    /// <summary>A 2xx: repeated by T1 to T2 until the ACK, over any transport (§13.3.1.4: a hop further on may be UDP).</summary>
    public void Accept(ServerTransaction transaction, ReadOnlySpan<byte> response)
    {
        transaction.State = ServerState.Accepted;
        transaction.KeepResponse(response);
        context.Send(response, transaction.Destination);
        context.Start(TimerName.Answer, context.T1, transaction.Index, transaction.Generation);
        context.Start(TimerName.L, context.Longest, transaction.Index, transaction.Generation);
    }

    /// <summary>§17.2.1 "Completed", 3xx to 6xx: Timer H (64·T1), and over UDP Timer G.</summary>
    public void Reject(ServerTransaction transaction, ReadOnlySpan<byte> response)
    {
        transaction.State = ServerState.Completed;
        transaction.KeepResponse(response);
        context.Send(response, transaction.Destination);
        if (!transaction.Destination.IsReliable)
        {
            context.Start(TimerName.G, context.T1, transaction.Index, transaction.Generation);
        }

        context.Start(TimerName.H, context.Longest, transaction.Index, transaction.Generation);
    }

    /// <summary>§17.2.1: a repeated INVITE gets the last response again; in Accepted it is absorbed (RFC 6026 §7.1), for a 2xx keeps its own rhythm.</summary>
    public void OnRepeated(ServerTransaction transaction)
    {
        if (transaction.State is ServerState.Proceeding or ServerState.Completed)
        {
            context.Send(transaction.Response, transaction.Destination);
        }
    }

    /// <summary>§17.2.1 "Confirmed": the ACK of a failure; further ones are absorbed for Timer I (T4). True when it was this transaction's.</summary>
    public bool OnAck(ServerTransaction transaction)
    {
        if (transaction.State == ServerState.Completed)
        {
            transaction.State = ServerState.Confirmed;
            if (transaction.Destination.IsReliable)
            {
                // Timer I is zero.
                transactions.Remove(transaction);
                return true;
            }

            context.Start(TimerName.I, context.T4, transaction.Index, transaction.Generation);
        }

        return transaction.State == ServerState.Confirmed;
    }

    /// <summary>§17.2.1: G repeats a failure until its ACK, H and I end the transaction; §13.3.1.4: a 2xx is repeated until its ACK; RFC 6026 §7.1: L ends Accepted.</summary>
    public void OnTimer(ServerTransaction transaction, TimerName name, int step)
    {
        switch (name)
        {
            case TimerName.G when transaction.State == ServerState.Completed && step == transaction.Step:
                Retransmit(transaction, TimerName.G);
                break;
            case TimerName.Answer when transaction.State == ServerState.Accepted && !transaction.IsAcknowledged && step == transaction.Step:
                Retransmit(transaction, TimerName.Answer);
                break;
            case TimerName.L when transaction.State == ServerState.Accepted:
                if (!transaction.IsAcknowledged)
                {
                    Unacknowledged(transaction);
                }

                transactions.Remove(transaction);
                break;
            case TimerName.H when transaction.State == ServerState.Completed:
            case TimerName.I when transaction.State == ServerState.Confirmed:
                transactions.Remove(transaction);
                break;
            default:
                break;
        }
    }

    /// <summary>§17.2.1, §13.3.1.4: the interval doubles from T1 up to T2.</summary>
    private void Retransmit(ServerTransaction transaction, TimerName name)
    {
        context.Meters.Retransmissions++;
        context.Send(transaction.Response, transaction.Destination);
        transaction.Step++;
        var interval = Math.Min(context.T1 << Math.Min(transaction.Step, 16), context.T2);
        context.Start(name, interval, transaction.Index, transaction.Generation, transaction.Step);
    }
}
