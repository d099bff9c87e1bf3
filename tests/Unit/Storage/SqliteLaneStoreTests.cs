namespace Burgernet.Tests.Unit.Storage;

public sealed class SqliteLaneStoreTests : LaneStoreTests
{
    private protected override Task<StoreBench> Open() => Task.FromResult<StoreBench>(new SqliteStoreBench());
}
