using System.Diagnostics.Metrics;
using Burgernet.Grains.Actions;
using Burgernet.Grains.CallBacks;
using Burgernet.Grains.Coverage;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Dossier;
using Burgernet.Grains.Imports;
using Burgernet.Grains.Mail;
using Burgernet.Grains.Participants;
using Burgernet.Grains.Signups;
using Burgernet.Grains.Sms;
using Burgernet.Grains.Webhooks;
using Burgernet.Silo.Storage;
using Burgernet.Silo.Storage.Postgres;
using Burgernet.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>The PostgreSQL stores on a database that is a test's own while it runs.</summary>
internal sealed class PostgresStoreBench : StoreBench
{
    private static readonly PostgresOptions Patient = new()
    {
        ConnectTimeout = TimeSpan.FromSeconds(60),
        StatementTimeout = TimeSpan.FromSeconds(60),
    };

    private readonly ServiceProvider _services;

    private PostgresStoreBench(string connection, PostgresOptions options)
    {
        _services = new ServiceCollection()
            .AddMetrics()
            .AddLogging(logging => logging.AddProvider(Log))
            .AddSingleton(TimeProvider.System)
            .AddSingleton(Options.Create(new StorageOptions { ConnectionString = connection }))
            .AddSingleton(Options.Create(options))
            .AddSingleton<StorageInstruments>()
            .AddSingleton<PostgresWatch>()
            .AddSingleton<PostgresDatabase>()
            .AddSingleton<PostgresLaneWriter>()
            .BuildServiceProvider();
        Database = _services.GetRequiredService<PostgresDatabase>();
        Writer = _services.GetRequiredService<PostgresLaneWriter>();
    }

    /// <summary>What the stores logged.</summary>
    public LogBook Log { get; } = new();

    public PostgresDatabase Database { get; }

    public PostgresLaneWriter Writer { get; }

    public override IActionStore Actions => new PostgresActionStore(Database);

    public override ILaneStore Lanes => new PostgresLaneStore(Database, Writer);

    public override ICarrierStore Carriers => new PostgresCarrierStore(Database);
    public override ICallBackStore CallBacks => new PostgresCallBackStore(Database);

    public override IParticipantImport Participants => new PostgresParticipantStore(Database);

    public override IParticipantStore Register => new PostgresParticipantStore(Database);

    public override ISubscriptionStore Subscriptions => new PostgresSubscriptionStore(Database);

    public override IChangeLog Changes => new PostgresSubscriptionStore(Database);

    public override IKeyStore Keys => new PostgresKeyStore(Database);

    public override IImportStore Imports => new PostgresImportStore(Database);

    public override ILetterStore Letters => new PostgresLetterStore(Database);

    public override IBounceStore Bounces => new PostgresBounceStore(Database);

    public override ITokenStore Tokens => new PostgresTokenStore(Database);

    public override ICoverageStore Coverage => new PostgresCoverageStore(Database);

    public override IBorderStore Borders => new PostgresBorderStore(Database);

    public override IRegisterStore Desk => new PostgresRegisterStore(Database);

    public override IAccessLog Accesses => new PostgresRegisterStore(Database);

    public override IWebhookStore Webhooks => new PostgresWebhookStore(Database);

    public override IReceiptStore Receipts => new PostgresReceiptStore(Database);

    public override IInboundSmsStore InboundSms => new PostgresInboundSmsStore(Database);

    public override IDossierStore Dossiers => new PostgresDossierStore(Database);

    /// <summary>A database alone.</summary>
    public static PostgresDatabase Connect(string connection, PostgresOptions? options = null)
    {
        var meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        return new PostgresDatabase(
            Options.Create(new StorageOptions { ConnectionString = connection }),
            Options.Create(options ?? Patient),
            new PostgresWatch(new StorageInstruments(meters), TimeProvider.System, NullLogger<PostgresWatch>.Instance)
        );
    }

    /// <summary>Opens it, with all tables empty unless they are to stay as they are.</summary>
    public static async Task<PostgresStoreBench> Open(string connection, PostgresOptions? options = null, bool empty = true)
    {
        var bench = new PostgresStoreBench(connection, options ?? Patient);
        if (empty)
        {
            await bench.Empty();
        }

        return bench;
    }

    public override Task Sql(string sql, params object?[] values) =>
        Database.Write(async statements => new WriteStep<int>(await statements.Execute(sql, values), Keep: true));

    public override Task<List<object?[]>> Rows(string sql, params object?[] values) =>
        Database.Read(statements => statements.Query(sql, Values, values));

    public override Task<long> Number(string sql) =>
        Database.Read(async statements => (await statements.Query(sql, row => row.GetFieldValue<long>(0)))[0]);

    public override ValueTask DisposeAsync() => _services.DisposeAsync();

    private Task<int> Empty() =>
        Database.Write(async sql =>
        {
            var tables = await sql.Query(
                "select quote_ident(tablename) from pg_tables where schemaname = 'public' and tablename not in ('schema_version', 'stored_word')",
                row => row.GetString(0)
            );
            return new WriteStep<int>(await sql.Execute($"truncate {string.Join(", ", tables)} restart identity"), Keep: true);
        });
}
