using Xunit;

namespace Burgernet.Tests.Unit.Storage;

public sealed class PostgresRegisterDeskTests(PostgresOfClass database) : RegisterDeskTests, IClassFixture<PostgresOfClass>
{
    private protected override async Task<StoreBench> Open() => await PostgresStoreBench.Open(await database.ConnectionString());
}
