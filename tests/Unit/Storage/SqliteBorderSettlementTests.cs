namespace Burgernet.Tests.Unit.Storage;

public sealed class SqliteBorderSettlementTests : BorderSettlementTests
{
    private protected override Task<StoreBench> Open() => Task.FromResult<StoreBench>(new SqliteStoreBench());
}
