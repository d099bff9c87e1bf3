using Xunit;

namespace Burgernet.Tests.Unit.Storage;

public sealed class PostgresReceiptStoreTests(PostgresOfClass database) : ReceiptStoreTests, IClassFixture<PostgresOfClass>
{
    private protected override async Task<StoreBench> Open() => await PostgresStoreBench.Open(await database.ConnectionString());
}
