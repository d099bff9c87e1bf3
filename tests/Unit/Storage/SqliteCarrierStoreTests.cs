namespace Burgernet.Tests.Unit.Storage;

public sealed class SqliteCarrierStoreTests : CarrierStoreTests
{
    private protected override Task<StoreBench> Open() => Task.FromResult<StoreBench>(new SqliteStoreBench());
}
