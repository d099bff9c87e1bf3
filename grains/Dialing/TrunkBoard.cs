using System.Collections.Concurrent;

namespace Burgernet.Grains.Dialing;

/// <summary>What the dialers of this node say of their trunks: whoever overflows looks here first. In memory, as fresh as the last turn.</summary>
public sealed class TrunkBoard
{
    private readonly ConcurrentDictionary<string, TrunkView> _trunks = new(StringComparer.Ordinal);

    /// <summary>Every trunk of this node, by the name of its carrier.</summary>
    public IReadOnlyDictionary<string, TrunkView> Trunks => _trunks;

    /// <summary>A dialer tells how its trunk stands.</summary>
    public void Tell(string carrier, TrunkView view) => _trunks[carrier] = view;

    /// <summary>Whether one of these carriers would take a call now.</summary>
    public bool AnyTakesCalls(IReadOnlyList<string> carriers)
    {
        ArgumentNullException.ThrowIfNull(carriers);
        foreach (var carrier in carriers)
        {
            if (_trunks.TryGetValue(carrier, out var trunk) && trunk.TakesCalls)
            {
                return true;
            }
        }

        return false;
    }
}
