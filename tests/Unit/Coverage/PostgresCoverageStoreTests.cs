using Burgernet.Tests.Unit.Storage;
using Xunit;

namespace Burgernet.Tests.Unit.Coverage;

public sealed class PostgresCoverageStoreTests(PostgresOfClass database) : CoverageStoreTests, IClassFixture<PostgresOfClass>
{
    private protected override async Task<StoreBench> Open() => await PostgresStoreBench.Open(await database.ConnectionString());
}
