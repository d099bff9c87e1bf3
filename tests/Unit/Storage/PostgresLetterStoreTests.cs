using Xunit;

namespace Burgernet.Tests.Unit.Storage;

public sealed class PostgresLetterStoreTests(PostgresOfClass database) : LetterStoreTests, IClassFixture<PostgresOfClass>
{
    private protected override async Task<StoreBench> Open() => await PostgresStoreBench.Open(await database.ConnectionString());
}
