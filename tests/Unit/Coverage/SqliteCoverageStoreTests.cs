using Burgernet.Tests.Unit.Storage;

namespace Burgernet.Tests.Unit.Coverage;

public sealed class SqliteCoverageStoreTests : CoverageStoreTests
{
    private protected override Task<StoreBench> Open() => Task.FromResult<StoreBench>(new SqliteStoreBench());
}
