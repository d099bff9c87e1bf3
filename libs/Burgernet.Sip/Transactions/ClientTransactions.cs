using Burgernet.Sip.Messages;

namespace Burgernet.Sip.Transactions;

/// <summary>All client transactions by index: the branch of a response says where to look (RFC 3261 §17.1.3).</summary>
internal sealed class ClientTransactions
{
    /// <summary>A bound on memory: 2,000 calls a second with 64·T1 of after-life need 128,000.</summary>
    private const int Most = 1 << 20;

    private readonly Stack<ClientTransaction> _free = new();
    private ClientTransaction[] _all = new ClientTransaction[64];
    private int _count;

    public int Living => _count - _free.Count;

    public ClientTransaction? TryCreate(SipMethod method, ClientState state)
    {
        if (!_free.TryPop(out var transaction))
        {
            if (_count == Most)
            {
                return null;
            }

            if (_count == _all.Length)
            {
                Array.Resize(ref _all, _all.Length * 2);
            }

            transaction = new ClientTransaction(_count);
            _all[_count++] = transaction;
        }

        transaction.Reset(method, state);
        return transaction;
    }

    public ClientTransaction? Find(int index, uint generation)
    {
        if ((uint)index >= (uint)_count)
        {
            return null;
        }

        var transaction = _all[index];
        return transaction.Generation == generation && transaction.State != ClientState.Terminated ? transaction : null;
    }

    /// <summary>Records ever used, for walking over <see cref="At"/>: only when a connection is lost.</summary>
    public int Count => _count;

    public ClientTransaction At(int index) => _all[index];

    public void Remove(ClientTransaction transaction)
    {
        transaction.StopWaiting();
        transaction.State = ClientState.Terminated;
        transaction.Generation++;
        transaction.Call = null;
        transaction.IncomingCall = null;
        _free.Push(transaction);
    }
}
