using Burgernet.Silo.Storage;
using Burgernet.Silo.Storage.Sqlite;
using Burgernet.TestKit;
using DbUp;
using DbUp.Engine.Output;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

public sealed class RegisterMigrationTests
{
    [Fact]
    public async Task Sqlite_FilledBeforeTheRegisterWasSealed_OpensWithNothingLeftInTheClear()
    {
        using var folder = new TemporaryFolder();
        var storage = new StorageOptions { Folder = folder.Path };
        FillOld(storage.DatabaseFile);

        using (var database = new SqliteDatabase(Options.Create(storage)))
        {
            await new SqliteParticipantStore(database).AddMany([StoreBench.Row(1)]);
            Assert.Equal(1, (await new SqliteParticipantStore(database).Count()).Participants);
        }

        Assert.All(
            Directory.GetFiles(folder.Path),
            file => Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf("+31990000007"u8) < 0, $"{Path.GetFileName(file)} has the number")
        );
    }

    private static void FillOld(string file)
    {
        var connection = $"Data Source={file};Pooling=False";
        var upgraded = DeployChanges
            .To.SqliteDatabase(connection)
            .WithScriptsEmbeddedInAssembly(
                typeof(SqliteDatabase).Assembly,
                script => script.Contains(".Storage.Sqlite.Scripts.0001", StringComparison.Ordinal)
            )
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        Assert.True(upgraded.Successful);
        using var open = new SqliteConnection(connection);
        open.Open();
        using var command = open.CreateCommand();
        command.CommandText = """
            insert into participant values ('00000007-0000-0000-0000-000000000001', 'active', 'nl', '+31990000007', 0);
            insert into location values ('00000007-0000-0000-0000-000000000001', 1, 100, 7, 52, 6);
            """;
        command.ExecuteNonQuery();
    }
}
