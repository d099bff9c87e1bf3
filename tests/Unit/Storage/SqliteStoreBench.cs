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
using Burgernet.Silo.Storage.Sqlite;
using Burgernet.TestKit;
using Microsoft.Extensions.Options;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>The SQLite stores on a folder of their own, which goes with them.</summary>
internal sealed class SqliteStoreBench : StoreBench
{
    private readonly TemporaryFolder _folder = new();

    public SqliteStoreBench() => Database = Open(_folder.Path);

    public SqliteDatabase Database { get; private set; }

    public override IActionStore Actions => new SqliteActionStore(Database);

    public override ILaneStore Lanes => new SqliteLaneStore(Database);

    public override ICarrierStore Carriers => new SqliteCarrierStore(Database);
    public override ICallBackStore CallBacks => new SqliteCallBackStore(Database);

    public override IParticipantImport Participants => new SqliteParticipantStore(Database);

    public override IParticipantStore Register => new SqliteParticipantStore(Database);

    public override ISubscriptionStore Subscriptions => new SqliteSubscriptionStore(Database);

    public override IChangeLog Changes => new SqliteSubscriptionStore(Database);

    public override IKeyStore Keys => new SqliteKeyStore(Database);

    public override IImportStore Imports => new SqliteImportStore(Database);

    public override ILetterStore Letters => new SqliteLetterStore(Database);

    public override IBounceStore Bounces => new SqliteBounceStore(Database);

    public override ITokenStore Tokens => new SqliteTokenStore(Database);

    public override ICoverageStore Coverage => new SqliteCoverageStore(Database);

    public override IBorderStore Borders => new SqliteBorderStore(Database);

    public override IRegisterStore Desk => new SqliteRegisterStore(Database);

    public override IAccessLog Accesses => new SqliteRegisterStore(Database);

    public override IWebhookStore Webhooks => new SqliteWebhookStore(Database);

    public override IReceiptStore Receipts => new SqliteReceiptStore(Database);

    public override IInboundSmsStore InboundSms => new SqliteInboundSmsStore(Database);

    public override IDossierStore Dossiers => new SqliteDossierStore(Database);

    public override Task Sql(string sql, params object?[] values) =>
        Database.Write(statements => new WriteStep<int>(statements.Execute(sql, values), Keep: true));

    public override Task<List<object?[]>> Rows(string sql, params object?[] values) =>
        Database.Read(statements => statements.Query(sql, Values, values));

    public override Task<long> Number(string sql) => Database.Read(statements => statements.Query(sql, row => row.GetInt64(0))[0]);

    /// <summary>What a machine that lost its power would find: the files as they are now, in another folder, without any closing.</summary>
    public SqliteStoreBench Killed()
    {
        var bench = new SqliteStoreBench();
        bench.Database.Dispose();
        foreach (var file in Directory.GetFiles(_folder.Path).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(bench._folder.Path, Path.GetFileName(file)), overwrite: true);
        }

        bench.Database = Open(bench._folder.Path);
        return bench;
    }

    public void Reopen()
    {
        Database.Dispose();
        Database = Open(_folder.Path);
    }

    public override ValueTask DisposeAsync()
    {
        Database.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static SqliteDatabase Open(string folder) => new(Options.Create(new StorageOptions { Folder = folder }));
}
