namespace Burgernet.Tests.Unit.Storage;

public sealed class SqliteActionStoreTests : ActionStoreTests
{
    private protected override Task<StoreBench> Open() => Task.FromResult<StoreBench>(new SqliteStoreBench());
}
