using Burgernet.Grains.Actions;
using Burgernet.Silo.Storage;
using Burgernet.Silo.Storage.Postgres;
using Burgernet.TestKit;
using Npgsql;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

public sealed class PostgresDatabaseTests(PostgresServer server)
{
    [Fact]
    public async Task Open_EmptyDatabase_HasTheTables()
    {
        using var database = Open(await server.CreateDatabase());
        Assert.Equal(0, await Count(database, "select count(*) from participant"));
        Assert.Equal(await Scripts(database), await Count(database, "select count(*) from schema_version"));
    }

    [Fact]
    public async Task Open_SeveralNodesAtOnce_RunEachScriptOnce()
    {
        var connection = await server.CreateDatabase();
        var nodes = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => Open(connection), TestContext.Current.CancellationToken))
        );
        Assert.Equal(await Scripts(nodes[0]), await Count(nodes[0], "select count(distinct scriptname) from schema_version"));
        Assert.Equal(await Scripts(nodes[0]), await Count(nodes[0], "select count(*) from schema_version"));
        Array.ForEach(nodes, node => node.Dispose());
    }

    [Fact]
    public async Task Write_Kept_IsStored()
    {
        using var database = await WithNotes();
        Assert.Equal(1, await database.Write(async sql => new WriteStep<int>(await sql.Execute(Insert, "a"), Keep: true)));
        Assert.Equal(1, await Notes(database));
    }

    [Fact]
    public async Task Write_NotKept_IsUndone()
    {
        using var database = await WithNotes();
        await database.Write(async sql => new WriteStep<int>(await sql.Execute(Insert, "unwanted"), Keep: false));
        Assert.Equal(0, await Notes(database));
    }

    [Fact]
    public async Task Write_BreaksAConstraint_IsAConflictAndStoresNothing()
    {
        using var database = await WithNotes();
        await Assert.ThrowsAsync<StoreConflictException>(() =>
            database.Write(async sql =>
            {
                await sql.Execute(Insert, "half");
                return new WriteStep<int>(await sql.Execute(Insert, [null]), Keep: true);
            })
        );
        Assert.Equal(0, await Notes(database));
    }

    [Fact]
    public async Task Write_ItsOwnCodeThrows_IsUndoneAndThrown()
    {
        using var database = await WithNotes();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            database.Write<int>(async sql =>
            {
                await sql.Execute(Insert, "half");
                throw new InvalidOperationException("of this work");
            })
        );
        Assert.Equal(0, await Notes(database));
    }

    [Fact]
    public async Task Write_SlowerThanTheLimit_IsUnavailable()
    {
        var limits = new PostgresOptions { StatementTimeout = TimeSpan.FromMilliseconds(100) };
        using var database = Open(await server.CreateDatabase(), limits);
        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            database.Write(async sql => new WriteStep<int>(await sql.Execute("select pg_sleep(30)"), Keep: true))
        );
    }

    [Fact]
    public async Task Read_TableMissing_IsUnavailable()
    {
        using var database = Open(await server.CreateDatabase());
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Count(database, "select count(*) from no_such_table"));
    }

    [Fact]
    public async Task Read_ServerClosedThePooledConnections_ConnectsAnew()
    {
        using var database = Open(await server.CreateDatabase());
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Count(database, "select count(*) from participant")));
        await Count(
            database,
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
        );
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(0, await Count(database, "select count(*) from participant"));
        }
    }

    [Fact]
    public async Task Session_DatabaseDefaultsToFastAndLoose_WaitsForTheDiskAllTheSame()
    {
        var connection = await server.CreateDatabase();
        await PostgresServer.Execute(
            connection,
            $"alter database {new NpgsqlConnectionStringBuilder(connection).Database} set synchronous_commit = off"
        );
        using var database = Open(connection);
        Assert.Equal(1, await Count(database, "select count(*) where current_setting('synchronous_commit') = 'on'"));
    }

    private const string Insert = "insert into note (text) values ($1)";

    private static PostgresDatabase Open(string connection, PostgresOptions? options = null) =>
        PostgresStoreBench.Connect(connection, options);

    private async Task<PostgresDatabase> WithNotes()
    {
        var connection = await server.CreateDatabase();
        await PostgresServer.Execute(connection, "create table note (text text not null)");
        return Open(connection);
    }

    private static Task<long> Notes(PostgresDatabase database) => Count(database, "select count(*) from note");

    private static Task<long> Count(PostgresDatabase database, string sql) =>
        database.Read(async statements => (await statements.Query(sql, row => row.GetInt64(0)))[0]);

    private static Task<int> Scripts(PostgresDatabase database) =>
        Task.FromResult(
            database
                .GetType()
                .Assembly.GetManifestResourceNames()
                .Count(name => name.Contains(".Postgres.Scripts.", StringComparison.Ordinal))
        );
}
