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
using Burgernet.Silo.Storage.Sqlite;

namespace Burgernet.Silo.Hosting;

/// <summary>The stores behind the ports, of the configured provider.</summary>
internal static class StorageServices
{
    /// <summary>Adds them.</summary>
    /// <exception cref="StorageProblemException">No such provider, or one that cannot be reached by these settings.</exception>
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<StorageInstruments>();
        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        switch (storage.Provider)
        {
            case StorageOptions.Sqlite:
                AddSqlite(services);
                break;
            case StorageOptions.Postgres:
                // Said before anything is started.
                PostgresLogin.Of(
                    storage,
                    configuration.GetSection(PostgresOptions.Section).Get<PostgresOptions>() ?? new PostgresOptions()
                );
                AddPostgres(services);
                break;
            default:
                throw new StorageProblemException(
                    StorageProblem.UnknownProvider,
                    $"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}"
                );
        }
    }

    private static void AddSqlite(IServiceCollection services)
    {
        services.AddSingleton<SqliteDatabase>();
        AddRegister<SqliteSubscriptionStore, SqliteParticipantStore, SqliteKeyStore>(services);
        services.AddSingleton<ILetterStore, SqliteLetterStore>();
        services.AddSingleton<ITokenStore, SqliteTokenStore>();
        services.AddSingleton<IBounceStore, SqliteBounceStore>();
        services.AddSingleton<IImportStore, SqliteImportStore>();
        services.AddSingleton<ICoverageStore, SqliteCoverageStore>();
        AddDesk<SqliteRegisterStore>(services);
        services.AddSingleton<IBorderStore, SqliteBorderStore>();
        services.AddSingleton<IActionStore, SqliteActionStore>();
        services.AddSingleton<ILaneStore, SqliteLaneStore>();
        services.AddSingleton<IReceiptStore, SqliteReceiptStore>();
        services.AddSingleton<ICarrierStore, SqliteCarrierStore>();
        services.AddSingleton<ICallBackStore, SqliteCallBackStore>();
        services.AddSingleton<IWebhookStore, SqliteWebhookStore>();
        services.AddSingleton<IInboundSmsStore, SqliteInboundSmsStore>();
        services.AddSingleton<IDossierStore, SqliteDossierStore>();
    }

    private static void AddPostgres(IServiceCollection services)
    {
        services.AddSingleton<PostgresWatch>();
        services.AddSingleton<PostgresDatabase>();
        services.AddSingleton<PostgresLaneWriter>();
        services.AddSingleton<IDatabaseClock, PostgresClock>();
        AddRegister<PostgresSubscriptionStore, PostgresParticipantStore, PostgresKeyStore>(services);
        services.AddSingleton<ILetterStore, PostgresLetterStore>();
        services.AddSingleton<ITokenStore, PostgresTokenStore>();
        services.AddSingleton<IBounceStore, PostgresBounceStore>();
        services.AddSingleton<IImportStore, PostgresImportStore>();
        services.AddSingleton<ICoverageStore, PostgresCoverageStore>();
        AddDesk<PostgresRegisterStore>(services);
        services.AddSingleton<IBorderStore, PostgresBorderStore>();
        services.AddSingleton<IActionStore, PostgresActionStore>();
        services.AddSingleton<ILaneStore, PostgresLaneStore>();
        services.AddSingleton<IReceiptStore, PostgresReceiptStore>();
        services.AddSingleton<ICarrierStore, PostgresCarrierStore>();
        services.AddSingleton<ICallBackStore, PostgresCallBackStore>();
        services.AddSingleton<IWebhookStore, PostgresWebhookStore>();
        services.AddSingleton<IInboundSmsStore, PostgresInboundSmsStore>();
        services.AddSingleton<IDossierStore, PostgresDossierStore>();
    }

    private static void AddDesk<T>(IServiceCollection services)
        where T : class, IRegisterStore, IAccessLog, IArticleReaders
    {
        services.AddSingleton<T>();
        services.AddSingleton<IRegisterStore>(provider => provider.GetRequiredService<T>());
        services.AddSingleton<IAccessLog>(provider => provider.GetRequiredService<T>());
        services.AddSingleton<IArticleReaders>(provider => provider.GetRequiredService<T>());
    }

    private static void AddRegister<TSubscriptions, TParticipants, TKeys>(IServiceCollection services)
        where TSubscriptions : class, ISubscriptionStore, IChangeLog
        where TParticipants : class, IParticipantStore, IParticipantImport
        where TKeys : class, IKeyStore
    {
        services.AddSingleton<TSubscriptions>();
        services.AddSingleton<ISubscriptionStore>(provider => provider.GetRequiredService<TSubscriptions>());
        services.AddSingleton<IChangeLog>(provider => provider.GetRequiredService<TSubscriptions>());
        services.AddSingleton<TParticipants>();
        services.AddSingleton<IParticipantStore>(provider => provider.GetRequiredService<TParticipants>());
        services.AddSingleton<IParticipantImport>(provider => provider.GetRequiredService<TParticipants>());
        services.AddSingleton<IKeyStore, TKeys>();
    }
}
