using System.Threading.Tasks.Sources;

namespace Burgernet.Smpp.Session;

/// <summary>Where the writing loop waits until there is something to write. One waits, anyone opens; nothing is allocated.</summary>
internal sealed class WriteGate : IValueTaskSource, IThreadPoolWorkItem
{
    private const int Closed = 0;
    private const int Opened = 1;
    private const int Awaited = 2;

    private ManualResetValueTaskSourceCore<bool> _core;
    private int _state;

    /// <summary>Waits until it is opened, then closes it.</summary>
    public ValueTask WaitAsync()
    {
        if (Interlocked.CompareExchange(ref _state, Closed, Opened) == Opened)
        {
            return default;
        }

        _core.Reset();
        if (Interlocked.CompareExchange(ref _state, Awaited, Closed) == Opened)
        {
            Volatile.Write(ref _state, Closed);
            return default;
        }

        return new ValueTask(this, _core.Version);
    }

    /// <summary>Lets the loop go on.</summary>
    /// <param name="isInline">On this thread, else on the thread pool.</param>
    public void Open(bool isInline)
    {
        if (Interlocked.Exchange(ref _state, Opened) != Awaited)
        {
            return;
        }

        // The loop takes all there is: what another thread adds until it runs is among it.
        Volatile.Write(ref _state, Closed);
        if (isInline)
        {
            _core.SetResult(true);
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    void IThreadPoolWorkItem.Execute() => _core.SetResult(true);

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
