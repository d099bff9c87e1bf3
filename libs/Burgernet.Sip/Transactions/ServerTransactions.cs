using Burgernet.Sip.Grammar;
using Burgernet.Sip.Messages;

namespace Burgernet.Sip.Transactions;

/// <summary>All server transactions, found by the topmost Via as RFC 3261 §17.2.3 says.</summary>
internal sealed class ServerTransactions(SipContext context)
{
    private const int Most = 1 << 18;

    private readonly Dictionary<ulong, ServerTransaction> _byKey = [];
    private readonly Stack<ServerTransaction> _free = new();
    private readonly List<ServerTransaction> _all = [];

    public int Living => _byKey.Count;

    /// <summary>§17.2.3: branch and sent-by with the method (ACK and CANCEL look for the INVITE); without the magic cookie, the RFC 2543 fields.</summary>
    public ulong KeyOf(in SipMessage request, SipMethod method)
    {
        _ = ViaValue.TryParse(request.TopVia, out var via);
        var branch = via.Branch;
        var hash = SipText.Hash(context.HashSeed + (ulong)method, via.Host) + (ulong)via.Port;
        if (branch.StartsWith(SipToken.Cookie))
        {
            return SipText.Hash(hash, branch);
        }

        hash = SipText.Hash(hash + request.CSeqNumber, request.CallId);
        hash = SipText.Hash(hash, request.FromTag);
        return SipText.Hash(hash, request.TopVia);
    }

    public ServerTransaction? Find(ulong key) => _byKey.GetValueOrDefault(key);

    public ServerTransaction? Find(int index, uint generation)
    {
        if ((uint)index >= (uint)_all.Count)
        {
            return null;
        }

        var transaction = _all[index];
        return transaction.Generation == generation && transaction.State != ServerState.Terminated ? transaction : null;
    }

    public ServerTransaction? TryCreate(ulong key, SipMethod method)
    {
        if (!_free.TryPop(out var transaction))
        {
            if (_all.Count == Most)
            {
                return null;
            }

            transaction = new ServerTransaction(_all.Count);
            _all.Add(transaction);
        }

        transaction.Reset(key, method);
        _byKey[key] = transaction;
        return transaction;
    }

    public void Remove(ServerTransaction transaction)
    {
        transaction.State = ServerState.Terminated;
        transaction.Generation++;
        Forget(transaction);
        _byKey.Remove(transaction.Key);
        _free.Push(transaction);
    }

    /// <summary>A record serves another request next: no call may still hold it.</summary>
    private static void Forget(ServerTransaction transaction)
    {
        if (transaction.Call is { } call)
        {
            call.Invite = call.Invite == transaction ? null : call.Invite;
            call.ReInvite = call.ReInvite == transaction ? null : call.ReInvite;
            transaction.Call = null;
        }

        if (transaction.Placed is { } placed)
        {
            placed.ReInvite = placed.ReInvite == transaction ? null : placed.ReInvite;
            transaction.Placed = null;
        }
    }
}
