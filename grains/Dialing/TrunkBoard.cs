using System.Collections.Concurrent;

namespace Burgernet.Grains.Dialing;

/// <summary>What the dialers of this node say of their trunks: whoever overflows looks here first. In memory, as fresh as the last turn.</summary>
/// <param name="time">The clock.</param>
public sealed class TrunkBoard(TimeProvider time)
{
    /// <summary>So old a word counts for nothing: its dialer turns every 20 ms, or not at all, and then must not keep others from the work.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (TrunkView View, long At)> _trunks = new(StringComparer.Ordinal);

    /// <summary>Every trunk of this node, by the name of its carrier.</summary>
    public IReadOnlyDictionary<string, TrunkView> Trunks =>
        _trunks.ToDictionary(trunk => trunk.Key, trunk => trunk.Value.View, StringComparer.Ordinal);

    /// <summary>A dialer tells how its trunk stands.</summary>
    public void Tell(string carrier, TrunkView view) => _trunks[carrier] = (view, time.GetTimestamp());

    /// <summary>Whether one of these carriers would take a call now.</summary>
    public bool AnyTakesCalls(IReadOnlyList<string> carriers)
    {
        ArgumentNullException.ThrowIfNull(carriers);
        foreach (var carrier in carriers)
        {
            if (_trunks.TryGetValue(carrier, out var trunk) && trunk.View.TakesCalls && time.GetElapsedTime(trunk.At) < GoodFor)
            {
                return true;
            }
        }

        return false;
    }
}
