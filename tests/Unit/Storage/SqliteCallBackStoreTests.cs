namespace Burgernet.Tests.Unit.Storage;

public sealed class SqliteCallBackStoreTests : CallBackStoreTests
{
    private protected override Task<StoreBench> Open() => Task.FromResult<StoreBench>(new SqliteStoreBench());
}
