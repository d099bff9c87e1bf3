using System.Collections.Concurrent;

namespace Burgernet.Silo.Gateways;

/// <summary>The trunks that this process has opened so far, for who must end their calls without building anything. Any thread.</summary>
internal sealed class OpenTrunks
{
    private readonly ConcurrentQueue<NodeTrunk> _trunks = new();

    /// <summary>One was opened.</summary>
    public void Add(NodeTrunk trunk) => _trunks.Enqueue(trunk);

    /// <summary>Ends every call at once, and tells nobody here what became of it; nothing is placed any more.</summary>
    /// <returns>When each BYE and CANCEL was answered, or is no longer waited for.</returns>
    public Task Abandon() => Task.WhenAll(_trunks.Select(trunk => trunk.Abandon()));
}
