using Burgernet.Actions;
using Burgernet.Grains.Actions;
using Burgernet.Grains.CallBacks;
using Burgernet.Grains.Cells;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Dossier;
using Burgernet.Grains.Imports;
using Burgernet.Grains.Kinds;
using Burgernet.Grains.Live;
using Burgernet.Grains.Mail;
using Burgernet.Grains.Participants;
using Burgernet.Grains.Sms;
using Burgernet.Grains.Webhooks;
using Burgernet.Imports;
using Burgernet.Kinds;
using Burgernet.Participants;
using Burgernet.Silo.Dossier;
using Burgernet.Silo.Gateways;
using Burgernet.Silo.Hosting;
using Burgernet.Silo.Mail;
using Burgernet.Silo.Participants;
using Burgernet.Silo.Sms;
using Burgernet.Silo.Storage;
using Burgernet.Silo.Storage.Sqlite;
using Burgernet.Silo.Webhooks;
using Burgernet.TestKit;
using Burgernet.Tests.Scenarios.Phones;
using Burgernet.Tests.Sealed;
using Burgernet.Webhooks;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Core.Internal;

namespace Burgernet.Tests.Scenarios.Nodes;

/// <summary>A node in this process: the real grains and the real SQLite stores, with scripted phones behind it.</summary>
internal sealed partial class TestNode : IAsyncDisposable
{
    public const string Carrier = "practice";
    public const string SmsCentre = "sms";
    public const string OtherSmsCentre = "sms-too";
    public const string Relay = "relay";

    /// <summary>More people than this take a confirmation in a disaster.</summary>
    public const int DisasterConfirmAbove = 5;

    private readonly IHost _host;
    private readonly string _folder;
    private readonly ScriptedVoiceGateways _gateway;

    private readonly RelayOptions? _relay;

    private TestNode(
        IHost host,
        string folder,
        PhoneNetwork phones,
        ScriptedVoiceGateways gateway,
        RelayOptions? relay,
        StoreFaults faults
    ) => (_host, _folder, Phones, _gateway, _relay, Faults) = (host, folder, phones, gateway, relay, faults);

    private IReadOnlyList<WebhookEndpoint> Webhooks { get; init; } = [];

    public PhoneNetwork Phones { get; }

    /// <summary>The SMS centres.</summary>
    public required SmsNetwork Sms { get; init; }

    public StoreFaults Faults { get; }

    /// <summary>What is asked of the node's own services.</summary>
    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public SqliteDatabase Database => _host.Services.GetRequiredService<SqliteDatabase>();

    public IParticipantImport Register => _host.Services.GetRequiredService<IParticipantImport>();

    /// <summary>Calls that were placed without a stored claim.</summary>
    public IReadOnlyCollection<string> Unclaimed => _gateway.Unclaimed;

    private string Incarnation => _host.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress.ToParsableString();

    /// <summary>Starts a node on a folder of its own.</summary>
    /// <param name="channels">The carrier's lines.</param>
    /// <param name="ringSeconds">How long a phone may ring: what must be ringing in a test needs time on a busy machine.</param>
    /// <param name="mail">Who carries mail on; the practice mailbox unless said.</param>
    /// <param name="clock">What shows the time; the machine's unless said.</param>
    public static Task<TestNode> Start(int channels = 40, int ringSeconds = 1, IMailPort? mail = null, TimeProvider? clock = null) =>
        Start(NewFolder(), new PhoneNetwork(), [Limits(Carrier, channels, ringSeconds)], mail, clock: clock);

    /// <summary>Starts a node with several carriers.</summary>
    public static Task<TestNode> Start(params CarrierOptions[] carriers) => Start(NewFolder(), new PhoneNetwork(), carriers);

    /// <summary>Starts a node that tells a control room's own system, with pauses that are short.</summary>
    public static Task<TestNode> StartWith(params WebhookEndpoint[] webhooks) => StartWith(_ => { }, webhooks);

    /// <summary>The same with other settings.</summary>
    public static Task<TestNode> StartWith(Action<WebhookOptions> configure, params WebhookEndpoint[] webhooks) =>
        Start(NewFolder(), new PhoneNetwork(), [Limits(Carrier, channels: 40)], mail: null, webhooks, configure);

    /// <summary>A carrier with a second's ring limit and calls a second to spare.</summary>
    public static CarrierOptions Limits(string name, int channels, int ringSeconds = 1, bool practice = true) =>
        new()
        {
            Name = name,
            Practice = practice,
            Channels = channels,
            CallsPerSecond = 1_000,
            RingLimit = TimeSpan.FromSeconds(ringSeconds),
            LongestMessage = TimeSpan.FromSeconds(1),
            LingerAfterMessage = TimeSpan.Zero,
        };

    /// <summary>Two ways to one SMS centre, in order, and a mail relay.</summary>
    private static CarrierOptions[] Centres =>
        [
            new()
            {
                Name = SmsCentre,
                Medium = Medium.Sms,
                Channels = 500,
                CallsPerSecond = 1_000,
            },
            new()
            {
                Name = OtherSmsCentre,
                Medium = Medium.Sms,
                Channels = 500,
                CallsPerSecond = 1_000,
                Centre = SmsCentre,
            },
            new()
            {
                Name = Relay,
                Medium = Medium.Email,
                Channels = 500,
                CallsPerSecond = 1_000,
            },
        ];

    private static string NewFolder() => Directory.CreateTempSubdirectory("burgernet-node-").FullName;

    private static async Task<TestNode> Start(
        string folder,
        PhoneNetwork phones,
        CarrierOptions[] carriers,
        IMailPort? mail = null,
        IReadOnlyList<WebhookEndpoint>? webhooks = null,
        Action<WebhookOptions>? configureWebhooks = null,
        TimeProvider? clock = null,
        SmsNetwork? network = null,
        RelayOptions? relay = null
    )
    {
        var time = clock ?? TimeProvider.System;
        var storage = new StorageOptions { Folder = folder };
        var claims = new SqliteConnectionStringBuilder { DataSource = storage.DatabaseFile, Mode = SqliteOpenMode.ReadOnly }.ToString();
        var gateway = new ScriptedVoiceGateways(phones, carriers, call => IsStored(claims, call), time);
        var sms = network ?? new SmsNetwork();
        var texts = new ScriptedSmsGateway(sms, time);
        var faults = new StoreFaults();
        var registerFaults = new RegisterFaults();
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Burgernet", LogLevel.Debug);
        var log = new LogBook();
        builder.Logging.AddProvider(log);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePorts.Take(), FreePorts.Take());
            silo.AddLiveStreams();
            silo.Configure<GrainCollectionOptions>(collection => collection.CollectionQuantum = TimeSpan.FromSeconds(5));
        });
        var services = builder.Services;
        services.Configure<StorageOptions>(options => options.Folder = folder);
        var configured = new ConfiguredCarriers(
            [.. carriers.Select(carrier => new ConfiguredCarrier(carrier, new TrunkOptions()))],
            [.. Centres.Select(carrier => new ConfiguredTextCarrier(carrier, new ConfigurationBuilder().Build().GetSection("none")))]
        );
        services.AddSingleton(configured);
        services.AddSingleton(configured.List);
        services.AddDialing();
        services.Configure<RegisterOptions>(options => options.RelayGrace = TimeSpan.Zero);
        services.AddSingleton(time);
        services.AddSingleton(faults);
        services.AddSingleton(log);
        services.AddSingleton<IVoiceGateways>(gateway);
        services.AddTexts();
        AddMail(services, mail, texts, relay);
        services.AddSingleton<IReceiptStore, SqliteReceiptStore>();
        services.Configure<ActionOptions>(options => options.AmendAfter = TimeSpan.FromMilliseconds(200));
        services.AddMetrics();
        services.AddSingleton<SqliteDatabase>();
        services.AddCells();
        services.AddHerald(new WebhookList(webhooks ?? []));
        services.AddSingleton<IWebhookStore, SqliteWebhookStore>();
        services.AddSingleton<IWebhookPort, HttpWebhookPort>();
        services.AddHostedService<WebhookService>();
        services.Configure<WebhookOptions>(options =>
        {
            options.Timeout = TimeSpan.FromMilliseconds(400);
            options.FirstRetry = TimeSpan.FromMilliseconds(50);
            options.LongestRetry = TimeSpan.FromMilliseconds(200);
            options.Sweep = TimeSpan.FromMilliseconds(200);
            configureWebhooks?.Invoke(options);
        });
        services.AddSingleton<KindCatalogue>();
        services.Configure<KindOptions>(options =>
        {
            // A test goes by night as it goes by day.
            foreach (var kind in KindNames.All)
            {
                options.Kinds[kind] = new KindSettings { QuietHours = KindSettings.None, RetryAfter = KindSettings.None };
            }

            options.Kinds["robbery"].RetryAfter = "00:00:01,00:00:01";
            options.Kinds["hit-and-run"].Deadline = "00:00:03";

            options.Kinds["missing-person"].LargestAreaSquareKilometres = 1_000_000;
            options.Kinds["disaster"].ConfirmAbove = DisasterConfirmAbove;

            // About violence nobody is called now, whenever that is.
            options.Kinds["violence"] = new KindSettings { QuietHours = HoursAround(DutchTime.At(time.GetUtcNow())) };
        });
        services.AddRegister();
        services.AddDossier();
        services.AddSingleton<CallBackInstruments>();
        services.AddSingleton<CallBackDesk>();
        services.AddSingleton<ICallBackStore, SqliteCallBackStore>();
        services.Configure<CallBackOptions>(options =>
        {
            options.Enabled = true;
            options.ControlRoomNumber = ControlRoomPhone.Number;
            options.BetweenAttempts = TimeSpan.FromMilliseconds(20);
            options.BusyTone = TimeSpan.FromMilliseconds(20);
        });
        services.AddInboundSms();
        services.Configure<InboundSmsOptions>(options => options.ScanInterval = TimeSpan.FromMilliseconds(200));
        services.AddSingleton<SmsFaults>();
        services.AddSingleton<SqliteInboundSmsStore>();
        services.AddSingleton<IInboundSmsStore>(provider => new FaultyInboundSmsStore(
            provider.GetRequiredService<SqliteInboundSmsStore>(),
            provider.GetRequiredService<SmsFaults>()
        ));
        services.AddSingleton<SmsBox>();
        services.AddSingleton<ISmsPort>(provider => provider.GetRequiredService<SmsBox>());
        services.AddSingleton<ISmsReplyPort>(provider => provider.GetRequiredService<SmsBox>());
        services.AddSingleton(new Lazy<RegisterKeys>(SealedPeople.Keys));
        services.AddSingleton<SqliteSubscriptionStore>();
        services.AddSingleton(registerFaults);
        services.AddSingleton<ISubscriptionStore>(provider => new FaultySubscriptionStore(
            provider.GetRequiredService<SqliteSubscriptionStore>(),
            registerFaults
        ));
        services.AddSingleton<IChangeLog>(provider => provider.GetRequiredService<SqliteSubscriptionStore>());
        services.AddSingleton<SqliteParticipantStore>();
        services.AddSingleton<SqliteRegisterStore>();
        services.AddSingleton<IRegisterStore>(provider => provider.GetRequiredService<SqliteRegisterStore>());
        services.AddSingleton<IAccessLog>(provider => provider.GetRequiredService<SqliteRegisterStore>());
        services.AddSingleton<IArticleReaders>(provider => provider.GetRequiredService<SqliteRegisterStore>());
        services.AddSingleton<IParticipantStore>(provider => new FaultyParticipantStore(
            provider.GetRequiredService<SqliteParticipantStore>(),
            registerFaults
        ));
        services.AddSingleton<IParticipantImport>(provider => provider.GetRequiredService<SqliteParticipantStore>());
        services.AddSingleton<IImportStore, SqliteImportStore>();
        services.Configure<ImportOptions>(options => options.ChunkRows = 50);
        services.AddSingleton<SqliteActionStore>();
        services.AddSingleton<SqliteLaneStore>();
        services.AddSingleton<SqliteCarrierStore>();
        services.AddSingleton(provider => new HeldCarrierStore(provider.GetRequiredService<SqliteCarrierStore>()));
        services.AddSingleton<ICarrierStore>(provider => provider.GetRequiredService<HeldCarrierStore>());
        services.AddSingleton<IDossierStore, SqliteDossierStore>();
        services.AddSingleton<IActionStore>(provider => new FaultyActionStore(provider.GetRequiredService<SqliteActionStore>(), faults));
        services.AddSingleton<ILaneStore>(provider => new FaultyLaneStore(provider.GetRequiredService<SqliteLaneStore>(), faults));

        var node = new TestNode(builder.Build(), folder, phones, gateway, relay, faults) { Webhooks = webhooks ?? [], Sms = sms };
        await node._host.StartAsync();
        foreach (var carrier in configured.List.All)
        {
            await Dialers.Of(node.Grains, DialerKey.Of(carrier.Name, node.Incarnation), carrier.Medium).Start();
        }

        foreach (var webhook in node.Webhooks)
        {
            // It tells what is recorded from now on: asked only when the service comes to it, it could come too late for a test's first act.
            await node.Grains.GetGrain<IWebhookGrain>(webhook.Key).State();
        }

        foreach (var action in await node._host.Services.GetRequiredService<IActionStore>().ListRunning())
        {
            await node.Grains.GetGrain<IActionGrain>(action).Wake();
        }

        foreach (var import in await node._host.Services.GetRequiredService<IImportStore>().ListRunning())
        {
            await node.Grains.GetGrain<IImportGrain>(import).Resume();
        }

        return node;
    }

    /// <summary>Kills the node at one instant and starts another on what its disk held then. Calls that were live are nobody's any more.</summary>
    public async Task<TestNode> KillAndRestart(int channels, int ringSeconds)
    {
        var copy = Directory.CreateTempSubdirectory("burgernet-node-").FullName;
        await Database.Write(_ =>
        {
            // Inside the writer nothing is half written: what lies in the files is what was acknowledged.
            _gateway.Die();
            Get<TestMessageGateways>().Die();
            foreach (var file in Directory.GetFiles(_folder).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
            {
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            }

            return new WriteStep<bool>(true, Keep: false);
        });
        var restarted = await Start(
            copy,
            Phones,
            [Limits(Carrier, channels, ringSeconds)],
            mail: null,
            Webhooks,
            network: Sms,
            relay: _relay
        );
        await Stop(graceful: false);
        return restarted;
    }

    /// <summary>Grains that are idle are put away, as if nobody had used them for long.</summary>
    public Task PutIdleGrainsAway() => Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    /// <summary>One grain is put away as soon as it is idle, timers and all.</summary>
    public static async Task PutAway(IAddressable grain) => await grain.AsReference<IGrainManagementExtension>().DeactivateOnIdle();

    public async ValueTask DisposeAsync()
    {
        _gateway.Die();
        Get<TestMessageGateways>().Die();
        await Stop(graceful: true);
    }

    private static string HoursAround(DateTimeOffset now) => new QuietHours(Minute(now.AddHours(-6)), Minute(now.AddHours(6))).ToString();

    private static TimeOnly Minute(DateTimeOffset moment) => new(moment.Hour, moment.Minute);

    private async Task Stop(bool graceful)
    {
        using var now = new CancellationTokenSource();
        if (!graceful)
        {
            await now.CancelAsync();
        }

        try
        {
            await _host.StopAsync(now.Token);
        }
        catch (OperationCanceledException)
        {
            // Asked for: it was not to take its time.
        }

        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static bool IsStored(string connectionString, VoiceCall call)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        if (call.Lane < 0)
        {
            // A preview stands in no lane: its order is in the dossier.
            command.CommandText = "select count(*) from action_event where type = 'preview' and data like '%' || $1 || '%'";
            command.Parameters.AddWithValue("$1", call.ActionId.ToString("D"));
            return (long)command.ExecuteScalar()! == 1;
        }

        command.CommandText = "select count(*) from attempt where nonce = $1 and participant_id = $2 and attempt_no = $3 and call_id = $4";
        command.Parameters.AddWithValue("$1", call.Order.Nonce.ToString("D"));
        command.Parameters.AddWithValue("$2", call.Order.ParticipantId.ToString("D"));
        command.Parameters.AddWithValue("$3", call.Order.Attempt);
        command.Parameters.AddWithValue("$4", call.Order.CallId);
        return (long)command.ExecuteScalar()! == 1;
    }
}
