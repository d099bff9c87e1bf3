using Burgernet.TestKit;
using Burgernet.Tests.Unit.Storage;
using Npgsql;
using Xunit;

namespace Burgernet.Tests.Unit.Imports;

public sealed class PostgresImportFileTests(PostgresOfClass database) : ImportFileTests, IClassFixture<PostgresOfClass>
{
    [Fact]
    public async Task File_TakenByARoleThatOwnsNoTable_IsAllInTheRegister()
    {
        var connection = new NpgsqlConnectionStringBuilder(await database.ConnectionString());
        await PostgresServer.Execute(
            connection.ConnectionString,
            """
            create role import_of_test login password 'geheim';
            grant select, insert, update, delete, truncate on all tables in schema public to import_of_test
            """
        );
        (connection.Username, connection.Password) = ("import_of_test", "geheim");
        await using var limited = await PostgresStoreBench.Open(connection.ConnectionString, empty: false);

        var import = await new ImportRig(limited.Imports).Import(ImportRig.Invented(50));

        Assert.Equal(50, import.Added);
    }

    private protected override async Task<StoreBench> Open() => await PostgresStoreBench.Open(await database.ConnectionString());
}
