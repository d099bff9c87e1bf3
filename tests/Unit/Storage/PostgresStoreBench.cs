using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Participants;
using Burgernet.Silo.Storage;
using Burgernet.Silo.Storage.Postgres;
using Microsoft.Extensions.Options;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>The PostgreSQL stores on a database that is a test's own while it runs.</summary>
internal sealed class PostgresStoreBench : StoreBench
{
    private PostgresStoreBench(string connection, PostgresOptions options)
    {
        Database = new PostgresDatabase(Options.Create(new StorageOptions { ConnectionString = connection }), Options.Create(options));
        Writer = new PostgresLaneWriter(Database, Options.Create(options));
    }

    public PostgresDatabase Database { get; }

    public PostgresLaneWriter Writer { get; }

    public override IActionStore Actions => new PostgresActionStore(Database);

    public override ILaneStore Lanes => new PostgresLaneStore(Database, Writer);

    public override IParticipantImport Participants => new PostgresParticipantStore(Database);

    public override ISubscriptionStore Subscriptions => new PostgresSubscriptionStore(Database);

    /// <summary>Opens it, with all tables empty.</summary>
    public static async Task<PostgresStoreBench> Open(string connection, PostgresOptions? options = null)
    {
        var bench = new PostgresStoreBench(connection, options ?? new PostgresOptions { ConnectTimeout = TimeSpan.FromSeconds(10) });
        await bench.Database.Write(async sql =>
        {
            var tables = await sql.Query(
                "select quote_ident(tablename) from pg_tables where schemaname = 'public' and tablename <> 'schema_version'",
                row => row.GetString(0)
            );
            return new WriteStep<int>(await sql.Execute($"truncate {string.Join(", ", tables)} restart identity"), Keep: true);
        });
        return bench;
    }

    public override Task Sql(string sql, params object?[] values) =>
        Database.Write(async statements => new WriteStep<int>(await statements.Execute(sql, values), Keep: true));

    public override Task<long> Number(string sql) =>
        Database.Read(async statements => (await statements.Query(sql, row => row.GetFieldValue<long>(0)))[0]);

    public override async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        Database.Dispose();
    }
}
