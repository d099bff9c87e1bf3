namespace Burgernet.Tests.Unit.Storage;

public sealed class SqliteBounceStoreTests : BounceStoreTests
{
    private protected override Task<StoreBench> Open() => Task.FromResult<StoreBench>(new SqliteStoreBench());
}
