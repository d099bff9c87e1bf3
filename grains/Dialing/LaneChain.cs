using Burgernet.Grains.Actions;

namespace Burgernet.Grains.Dialing;

/// <summary>The head of a lane's chain, and the entries of the step that is being prepared.</summary>
internal sealed partial class LaneChain(long sequence, byte[] head)
{
    private readonly List<LaneLogEntry> _pending = [];
    private long _sequence = sequence;
    private byte[] _head = head;

    public bool HasPending => _pending.Count > 0;

    /// <summary>Its last entry, those of a step that is not stored yet included.</summary>
    public ChainHead Head => new(_sequence, _head);

    public void Add(string type, DateTimeOffset at, object data)
    {
        var json = ActionEventData.Write(data);
        var hash = HashChain.Next(_head, _sequence + 1, at, type, "", "", json);
        _pending.Add(new LaneLogEntry(++_sequence, at, type, json, _head, hash));
        _head = hash;
    }

    /// <summary>The entries since the last call.</summary>
    public LaneLogEntry[] Take()
    {
        LaneLogEntry[] taken = [.. _pending];
        _pending.Clear();
        return taken;
    }
}
