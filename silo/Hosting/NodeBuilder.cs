using System.Net;
using Burgernet.Api;
using Burgernet.Api.Access;
using Burgernet.Grains.Actions;
using Burgernet.Grains.CallBacks;
using Burgernet.Grains.Cells;
using Burgernet.Grains.Coverage;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Imports;
using Burgernet.Grains.Kinds;
using Burgernet.Grains.Mail;
using Burgernet.Grains.Participants;
using Burgernet.Grains.Signups;
using Burgernet.Grains.Sms;
using Burgernet.Grains.Speech;
using Burgernet.Grains.Webhooks;
using Burgernet.Silo.Borders;
using Burgernet.Silo.CallBacks;
using Burgernet.Silo.Demonstration;
using Burgernet.Silo.Dossier;
using Burgernet.Silo.Gateways;
using Burgernet.Silo.Mail;
using Burgernet.Silo.Mail.Bounces;
using Burgernet.Silo.Nodes;
using Burgernet.Silo.Participants;
using Burgernet.Silo.Sms;
using Burgernet.Silo.Speech;
using Burgernet.Silo.Storage;
using Burgernet.Silo.Storage.Postgres;
using Burgernet.Silo.Webhooks;
using Prometheus;

namespace Burgernet.Silo.Hosting;

/// <summary>Puts the node together.</summary>
internal static class NodeBuilder
{
    /// <summary>Configuration from <c>appsettings.json</c>, environment (<c>Burgernet__Carrier__Channels=100</c>) and command line.</summary>
    public static WebApplicationBuilder Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        if (ListenAddresses.Of(builder.Configuration) is [NodeOptions.DefaultUrl])
        {
            builder.WebHost.UseUrls(NodeOptions.DefaultUrl);
        }

        return builder;
    }

    /// <summary>The first of the node's TCP addresses that somebody else listens on, or null.</summary>
    public static string? BusyAddress(IConfiguration configuration)
    {
        var node = configuration.GetSection(NodeOptions.Section).Get<NodeOptions>() ?? new NodeOptions();
        foreach (var url in ListenAddresses.Of(configuration))
        {
            if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && IPAddress.TryParse(uri.Host, out var address))
            {
                if (!FreePorts.IsFree(new IPEndPoint(address, uri.Port)))
                {
                    return url;
                }
            }
        }

        var cluster = configuration.GetSection(ClusterOptions.Section).Get<ClusterOptions>() ?? new ClusterOptions();
        IPEndPoint[] own =
        [
            ClusterServices.ListenEndPoint(cluster) ?? new IPEndPoint(IPAddress.Loopback, node.SiloPort),
            new(IPAddress.Loopback, node.GatewayPort),
        ];
        return own.FirstOrDefault(address => !FreePorts.IsFree(address))?.ToString();
    }

    /// <summary>Builds it.</summary>
    /// <exception cref="NodeSettingException">A setting that would be unsafe.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Carriers that cannot be right.</exception>
    /// <exception cref="BorderFileException">Borders that cannot be used.</exception>
    /// <exception cref="StorageProblemException">A setting of the storage that cannot be right.</exception>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        AddOptions(builder.Services);
        var carriers = CarrierSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(carriers);
        builder.Services.AddSingleton(carriers.List);
        CallBackSettings.Check(
            builder.Configuration.GetSection(CallBackOptions.Section).Get<CallBackOptions>() ?? new CallBackOptions(),
            carriers
        );
        StorageServices.Add(builder.Services, builder.Configuration);
        builder.Services.AddRegister();
        builder.Services.AddDossier();
        builder.Services.AddMail(builder.Configuration);
        builder.Services.AddInboundSms();
        builder.Services.AddWebhooks(builder.Configuration);
        builder.Host.UseOrleans(silo =>
        {
            ClusterServices.Add(silo, builder.Configuration);
            Dashboard.Add(silo, builder.Configuration);
        });

        // After Orleans, whose way to place lanes it stands in for.
        builder.Services.AddDialing();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<NodeState>();
        builder.Services.AddCallBacks();
        builder.Services.AddSingleton<Telephony>();
        builder.Services.AddSingleton<IVoiceGateways>(services => services.GetRequiredService<Telephony>());
        builder.Services.AddTexts();
        builder.Services.AddSingleton<MessageGateways>();
        builder.Services.AddSingleton<IMessageGateways>(services => services.GetRequiredService<MessageGateways>());
        builder.Services.AddSms();
        builder.Services.AddSingleton<DemonstrationRegister>();
        builder.Services.AddCells();
        builder.Services.AddSingleton<KindCatalogue>();
        builder.Services.AddSingleton<ISpeech, EspeakSpeech>();
        builder.Services.AddSingleton<WarmUpProgress>();
        builder.Services.AddSingleton<RunningWork>();
        builder.Services.AddNodes();
        builder.Services.AddHostedService<NodeService>();
        builder.Services.AddHostedService(services => services.GetRequiredService<NodeClock>());
        builder.Services.AddHostedService(services => services.GetRequiredService<RunningWork>());
        builder.Services.AddHostedService<RegisterWarmUp>();
        builder.Services.AddHostedService<MarkerService>();
        builder.Services.AddHostedService<ChangeRelayService>();
        builder.Services.AddHostedService<KeyRotationService>();
        builder.Services.AddHostedService<BorderSettlementService>();
        builder.Services.AddHostedService<LetterRelayService>();
        builder.Services.AddHostedService<BounceService>();
        builder.Services.AddHealthChecks().AddCheck<ReadyCheck>("ready", tags: ["ready"]);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMinutes(11));
        builder.Services.AddBurgernetApi(builder.Configuration);
        builder.Services.AddSingleton<IPracticeMode, PracticeMode>();

        if (
            ListenPolicy.Check(ListenAddresses.Of(builder.Configuration), BurgernetApi.ReadControlRooms(builder.Configuration)) is
            { } unsafeListening
        )
        {
            throw new NodeSettingException(unsafeListening);
        }

        var app = builder.Build();
        _ = app.Services.GetRequiredService<IMunicipalities>();
        _ = app.Services.GetRequiredService<NodeInstruments>();
        app.MapBurgernetApi();
        Dashboard.Map(app);
        app.MapMetrics();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") });
        return app;
    }

    /// <summary>What the stores alone need.</summary>
    public static void AddStorageOptions(IServiceCollection services)
    {
        Bind<StorageOptions>(services, StorageOptions.Section);
        Bind<PostgresOptions>(services, PostgresOptions.Section);
    }

    /// <summary>What verifying dossiers needs beside the stores.</summary>
    public static void AddDossierOptions(IServiceCollection services) => Bind<DossierOptions>(services, DossierOptions.Section);

    private static void AddOptions(IServiceCollection services)
    {
        Bind<NodeOptions>(services, NodeOptions.Section);
        Bind<ClusterOptions>(services, ClusterOptions.Section);
        AddStorageOptions(services);
        Bind<BorderOptions>(services, BorderOptions.Section);
        Bind<DemonstrationOptions>(services, DemonstrationOptions.Section);
        Bind<PracticeOptions>(services, PracticeOptions.Section);
        Bind<PracticeSmsOptions>(services, PracticeSmsOptions.Section);
        Bind<PracticeMailOptions>(services, PracticeMailOptions.Section);
        Bind<ActionOptions>(services, ActionOptions.Section);
        Bind<ReceiptOptions>(services, ReceiptOptions.Section);
        Bind<KindOptions>(services, KindOptions.Section);
        Bind<EstimateOptions>(services, EstimateOptions.Section);
        Bind<SpeechOptions>(services, SpeechOptions.Section);
        Bind<RegisterOptions>(services, RegisterOptions.Section);
        Bind<ImportOptions>(services, ImportOptions.Section);
        Bind<CoverageOptions>(services, CoverageOptions.Section);
        Bind<SignupOptions>(services, SignupOptions.Section);
        Bind<MailOptions>(services, MailOptions.Section);
        Bind<BounceOptions>(services, BounceOptions.Section);
        Bind<BounceMailboxOptions>(services, BounceOptions.Section);
        Bind<CallBackOptions>(services, CallBackOptions.Section);
        Bind<InboundSmsOptions>(services, InboundSmsOptions.Section);
        Bind<WebhookOptions>(services, WebhookOptions.Section);
        Bind<WebhookProxyOptions>(services, WebhookOptions.Section);
        Bind<RegisterKeyOptions>(services, RegisterKeyOptions.Section);
        AddDossierOptions(services);
    }

    private static void Bind<T>(IServiceCollection services, string section)
        where T : class => services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
}
