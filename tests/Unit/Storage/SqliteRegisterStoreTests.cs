namespace Burgernet.Tests.Unit.Storage;

public sealed class SqliteRegisterStoreTests : RegisterStoreTests
{
    private protected override Task<StoreBench> Open() => Task.FromResult<StoreBench>(new SqliteStoreBench());
}
