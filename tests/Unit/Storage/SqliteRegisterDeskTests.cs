namespace Burgernet.Tests.Unit.Storage;

public sealed class SqliteRegisterDeskTests : RegisterDeskTests
{
    private protected override Task<StoreBench> Open() => Task.FromResult<StoreBench>(new SqliteStoreBench());
}
