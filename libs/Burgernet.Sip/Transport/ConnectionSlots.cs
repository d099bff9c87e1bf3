namespace Burgernet.Sip.Transport;

/// <summary>Living connections by name. A slot is used again with the next generation.</summary>
internal sealed class ConnectionSlots
{
    private readonly List<StreamConnection?> _connections = [];
    private readonly List<uint> _generations = [];
    private readonly Stack<int> _free = new();

    /// <summary>Slots ever used, for walking over <see cref="At"/>.</summary>
    public int Count => _connections.Count;

    public int Living => _connections.Count - _free.Count;

    /// <summary>A name for a connection that is put under it next.</summary>
    public FlowId Reserve()
    {
        if (!_free.TryPop(out var slot))
        {
            slot = _connections.Count;
            _connections.Add(null);
            _generations.Add(0);
        }

        return new FlowId(slot, ++_generations[slot]);
    }

    public void Put(StreamConnection connection) => _connections[connection.Id.Slot] = connection;

    public StreamConnection? At(int slot) => _connections[slot];

    /// <summary>The connection of a name, null when it is over.</summary>
    public StreamConnection? Find(FlowId flow) =>
        (uint)flow.Slot < (uint)_connections.Count && _connections[flow.Slot] is { } connection && connection.Id == flow
            ? connection
            : null;

    public void Remove(StreamConnection connection)
    {
        _connections[connection.Id.Slot] = null;
        _free.Push(connection.Id.Slot);
    }
}
