namespace Burgernet.Tests.Unit.Storage;

public sealed class SqliteLetterStoreTests : LetterStoreTests
{
    private protected override Task<StoreBench> Open() => Task.FromResult<StoreBench>(new SqliteStoreBench());
}
