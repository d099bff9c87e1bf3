using Burgernet.Nodes;

namespace Burgernet.Silo.Hosting;

/// <summary>Whether the node takes work; health and metrics ask it. Any thread.</summary>
internal sealed class NodeState(TimeProvider time)
{
    private readonly Lock _changing = new();
    private volatile bool _started;
    private volatile bool _stopping;
    private bool _drained;

    /// <summary>Started, and neither drained nor stopping.</summary>
    public bool Ready => _started && !_stopping && DrainingSince is null;

    /// <summary>Since when it starts no call, or null.</summary>
    public DateTimeOffset? DrainingSince
    {
        get
        {
            lock (_changing)
            {
                return field;
            }
        }
        private set;
    }

    /// <summary>What it is doing.</summary>
    public NodeStatus Status
    {
        get
        {
            lock (_changing)
            {
                return !_started ? NodeStatus.Joining
                    : _stopping ? NodeStatus.Leaving
                    : _drained ? NodeStatus.Drained
                    : DrainingSince is not null ? NodeStatus.Draining
                    : NodeStatus.Active;
            }
        }
    }

    /// <summary>It has started.</summary>
    public void Started() => _started = true;

    /// <summary>It stops, and does not come back from that.</summary>
    public void Stopping() => _stopping = true;

    /// <summary>It starts no call from now on.</summary>
    /// <returns>Whether it did until now.</returns>
    public bool TryDrain()
    {
        lock (_changing)
        {
            if (DrainingSince is not null)
            {
                return false;
            }

            DrainingSince = time.GetUtcNow();
            return true;
        }
    }

    /// <summary>It holds no call any more.</summary>
    /// <param name="since">The drain that is over: another one may have begun.</param>
    /// <returns>Whether that one was not taken back meanwhile.</returns>
    public bool TryDrained(DateTimeOffset since)
    {
        lock (_changing)
        {
            _drained = DrainingSince == since;
            return _drained;
        }
    }

    /// <summary>It takes calls again.</summary>
    /// <returns>Whether it had not, and does not stop.</returns>
    public bool TryUndrain()
    {
        lock (_changing)
        {
            if (_stopping || DrainingSince is null)
            {
                return false;
            }

            DrainingSince = null;
            _drained = false;
            return true;
        }
    }
}
