using Burgernet.Imports;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>A control room without imports.</summary>
internal sealed class FakeImportsGrain : Grain, IImportsGrain
{
    public Task<ImportSnapshot[]> List(int limit) => Task.FromResult<ImportSnapshot[]>([]);
}
