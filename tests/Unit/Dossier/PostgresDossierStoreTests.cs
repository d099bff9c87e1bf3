using Burgernet.Tests.Unit.Storage;
using Xunit;

namespace Burgernet.Tests.Unit.Dossier;

public sealed class PostgresDossierStoreTests(PostgresOfClass database) : DossierStoreTests, IClassFixture<PostgresOfClass>
{
    private protected override async Task<StoreBench> Open() => await PostgresStoreBench.Open(await database.ConnectionString());
}
