namespace Burgernet.Tests.Unit.Storage;

public sealed class SqliteChangeLogTests : ChangeLogTests
{
    private protected override Task<StoreBench> Open() => Task.FromResult<StoreBench>(new SqliteStoreBench());
}
