using Xunit;

namespace Burgernet.Tests.Unit.Storage;

public sealed class PostgresCarrierStoreTests(PostgresOfClass database) : CarrierStoreTests, IClassFixture<PostgresOfClass>
{
    private protected override async Task<StoreBench> Open() => await PostgresStoreBench.Open(await database.ConnectionString());
}
