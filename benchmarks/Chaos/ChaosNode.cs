using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Chaos;

/// <summary>A node of the cluster.</summary>
/// <param name="Number">From 1, in the order of their starts.</param>
/// <param name="SiloPort">Stands in what its dialers sign with.</param>
/// <param name="Process">Its process.</param>
internal sealed record ChaosNode(int Number, int SiloPort, NodeProcess Process)
{
    /// <summary>What the incarnation of its dialers begins with, whatever the generation.</summary>
    public string Incarnation => FormattableString.Invariant($":{SiloPort}@");
}
