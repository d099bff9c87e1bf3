namespace Burgernet.Silo.Hosting;

/// <summary>Whether the node takes work; health asks it.</summary>
internal sealed class NodeState
{
    private volatile bool _started;
    private volatile bool _stopping;

    public bool Ready => _started && !_stopping;

    public void Started() => _started = true;

    public void Stopping() => _stopping = true;
}
