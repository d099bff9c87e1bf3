using Burgernet.Kinds;
using Orleans.Concurrency;

namespace Burgernet.Grains.Kinds;

/// <summary>Key: 0. Holds nothing; any number may read at once.</summary>
[GrainType("kinds")]
[StatelessWorker]
internal sealed class KindsGrain(KindCatalogue kinds) : Grain, IKindsGrain
{
    public Task<IReadOnlyList<KindPolicy>> List() => Task.FromResult(kinds.All);
}
