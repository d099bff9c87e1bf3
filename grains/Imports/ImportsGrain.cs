using Burgernet.Imports;

namespace Burgernet.Grains.Imports;

/// <summary>Key: the control room's id. Reads interleave with reads; it keeps nothing.</summary>
[GrainType("imports")]
internal sealed class ImportsGrain(IImportStore store) : Grain, IImportsGrain
{
    public async Task<ImportSnapshot[]> List(int limit) => [.. await store.List(this.GetPrimaryKeyString(), limit)];
}
