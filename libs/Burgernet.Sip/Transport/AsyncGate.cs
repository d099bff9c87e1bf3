using System.Threading.Tasks.Sources;

namespace Burgernet.Sip.Transport;

/// <summary>Lets one asynchronous loop wait for another thread, again and again, without allocations.</summary>
/// <param name="isInline">Whether the loop goes on within <see cref="Open"/>, or on the thread pool.</param>
internal sealed class AsyncGate(bool isInline) : IValueTaskSource, IThreadPoolWorkItem
{
    private const int Shut = 0;
    private const int Waiting = 1;
    private const int Opened = 2;

    private ManualResetValueTaskSourceCore<bool> _core;
    private int _state;

    /// <summary>Returns when the gate was opened since the last wait; only one may wait.</summary>
    public ValueTask WaitAsync()
    {
        _core.Reset();
        if (Interlocked.CompareExchange(ref _state, Waiting, Shut) == Shut)
        {
            return new ValueTask(this, _core.Version);
        }

        Volatile.Write(ref _state, Shut);
        return ValueTask.CompletedTask;
    }

    /// <summary>Opens it for one passage; from any thread. Opening twice before somebody passes is opening once.</summary>
    public void Open()
    {
        var state = Volatile.Read(ref _state);
        while (state != Opened)
        {
            var next = state == Waiting ? Shut : Opened;
            var seen = Interlocked.CompareExchange(ref _state, next, state);
            if (seen != state)
            {
                state = seen;
                continue;
            }

            if (state == Waiting)
            {
                Pass();
            }

            return;
        }
    }

    void IThreadPoolWorkItem.Execute() => _core.SetResult(true);

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    private void Pass()
    {
        if (isInline)
        {
            _core.SetResult(true);
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
