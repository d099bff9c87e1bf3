using Orleans.Concurrency;

namespace Burgernet.Imports;

/// <summary>The imports of a control room. Key: the control room's id.</summary>
[Alias("burgernet.IImports")]
public interface IImportsGrain : IGrainWithStringKey
{
    /// <summary>The newest imports.</summary>
    /// <param name="limit">The most that are answered.</param>
    [ReadOnly]
    [Alias("List")]
    Task<ImportSnapshot[]> List(int limit);
}
