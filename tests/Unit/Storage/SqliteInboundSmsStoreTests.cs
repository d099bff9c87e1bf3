namespace Burgernet.Tests.Unit.Storage;

public sealed class SqliteInboundSmsStoreTests : InboundSmsStoreTests
{
    private protected override Task<StoreBench> Open() => Task.FromResult<StoreBench>(new SqliteStoreBench());
}
