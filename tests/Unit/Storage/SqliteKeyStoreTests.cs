namespace Burgernet.Tests.Unit.Storage;

public sealed class SqliteKeyStoreTests : KeyStoreTests
{
    private protected override Task<StoreBench> Open() => Task.FromResult<StoreBench>(new SqliteStoreBench());
}
