using Burgernet.Tests.Unit.Storage;

namespace Burgernet.Tests.Unit.Imports;

public sealed class SqliteImportFileTests : ImportFileTests
{
    private protected override Task<StoreBench> Open() => Task.FromResult<StoreBench>(new SqliteStoreBench());
}
