namespace Burgernet.Tests.Unit.Storage;

public sealed class SqliteReceiptStoreTests : ReceiptStoreTests
{
    private protected override Task<StoreBench> Open() => Task.FromResult<StoreBench>(new SqliteStoreBench());
}
