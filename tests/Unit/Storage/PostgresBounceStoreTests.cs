using Xunit;

namespace Burgernet.Tests.Unit.Storage;

public sealed class PostgresBounceStoreTests(PostgresOfClass database) : BounceStoreTests, IClassFixture<PostgresOfClass>
{
    private protected override async Task<StoreBench> Open() => await PostgresStoreBench.Open(await database.ConnectionString());
}
