namespace Burgernet.Silo.Hosting;

/// <summary>How far this node is with bringing the register into memory. For any thread.</summary>
internal sealed class WarmUpProgress
{
    private long _subscriptions;
    private int _cells;
    private volatile bool _done;

    /// <summary>Subscriptions brought to cells.</summary>
    public long Subscriptions => Interlocked.Read(ref _subscriptions);

    /// <summary>Cells filled.</summary>
    public int Cells => Volatile.Read(ref _cells);

    /// <summary>Whether it is over: every cell was filled, or another node sees to it.</summary>
    public bool Done => _done;

    /// <summary>Cells were filled.</summary>
    public void Filled(int cells, int subscriptions)
    {
        Interlocked.Add(ref _subscriptions, subscriptions);
        Interlocked.Add(ref _cells, cells);
    }

    /// <summary>It begins again from the start.</summary>
    public void Restart()
    {
        Interlocked.Exchange(ref _subscriptions, 0);
        Interlocked.Exchange(ref _cells, 0);
    }

    /// <summary>It is over.</summary>
    public void Finish() => _done = true;
}
