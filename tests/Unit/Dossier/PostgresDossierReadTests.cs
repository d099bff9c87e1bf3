using Burgernet.Grains.Dossier;
using Burgernet.Tests.Unit.Storage;
using Xunit;

namespace Burgernet.Tests.Unit.Dossier;

public sealed class PostgresDossierReadTests(PostgresOfClass database) : DossierReadTests, IClassFixture<PostgresOfClass>
{
    /// <summary>What analysts see in SQL and in a file of the API can be laid side by side.</summary>
    [Fact]
    public async Task Pseudonym_InTheViews_IsThatOfTheApi()
    {
        var dossier = await Recorded();
        var pseudonyms = new Pseudonyms(await Store.Dossiers.ReadPseudonymKey(), dossier.Id);
        var viewed = await Store.Rows("select pseudonym from analyst.delivery order by 1");
        Assert.Equal(
            Enumerable.Range(1, 8).Select(person => pseudonyms.Of(StoreBench.Person(person))).Order(StringComparer.Ordinal),
            viewed.Select(row => (string)row[0]!).Order(StringComparer.Ordinal)
        );
    }

    private protected override async Task<StoreBench> Open() => await PostgresStoreBench.Open(await database.ConnectionString());
}
