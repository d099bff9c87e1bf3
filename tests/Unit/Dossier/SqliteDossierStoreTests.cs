using Burgernet.Tests.Unit.Storage;

namespace Burgernet.Tests.Unit.Dossier;

public sealed class SqliteDossierStoreTests : DossierStoreTests
{
    private protected override Task<StoreBench> Open() => Task.FromResult<StoreBench>(new SqliteStoreBench());
}
