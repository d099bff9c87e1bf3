using System.Diagnostics;
using System.Net;
using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Cells;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Kinds;
using Burgernet.Grains.Live;
using Burgernet.Grains.Mail;
using Burgernet.Grains.Participants;
using Burgernet.Grains.Sms;
using Burgernet.Grains.Webhooks;
using Burgernet.Participants;
using Burgernet.Silo.Dossier;
using Burgernet.Silo.Gateways;
using Burgernet.Silo.Hosting;
using Burgernet.Silo.Participants;
using Burgernet.Silo.Sms;
using Burgernet.Silo.Storage;
using Burgernet.Silo.Storage.Sqlite;
using Burgernet.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burgernet.Benchmarks.Coordination;

/// <summary>Several silos in this process with the real grains and policies over sockets of loopback, and phones that do not exist.</summary>
/// <remarks>Actions and leases are stored in one SQLite database that all share; lanes in memory.</remarks>
internal sealed class CoordinationCluster : IAsyncDisposable
{
    private const string Carrier = "practice";
    private static readonly Actor Dispatcher = new("deventer", "bench");
    private static readonly TimeSpan Tell = TimeSpan.FromSeconds(10);

    /// <summary>With every silo in this process and nothing that fails, whatever stands so long stands for ever.</summary>
    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly TemporaryFolder _folder = new();
    private readonly List<IHost> _silos = [];
    private readonly List<VirtualTrunk> _trunks = [];
    private readonly GrainCalls _calls = new();
    private readonly RegisterKeys _keys = new([new MasterKey("bench", [.. Enumerable.Range(0, 32).Select(i => (byte)i)])], new byte[32]);
    private readonly MemoryLanes _lanes;
    private readonly SqliteDatabase _database;
    private readonly VirtualRegister _register;
    private readonly CoordinationCase _case;

    private CoordinationCluster(CoordinationCase plan, VirtualRegister register)
    {
        (_case, _register) = (plan, register);
        _database = new SqliteDatabase(Options.Create(new StorageOptions { Folder = _folder.Path }));
        _lanes = new MemoryLanes(new PersonalSeal(_keys));
    }

    private IGrainFactory Grains => _silos[0].Services.GetRequiredService<IGrainFactory>();

    /// <summary>Starts it and waits until every cell is in memory.</summary>
    public static async Task<CoordinationCluster> Start(CoordinationCase plan, VirtualRegister register)
    {
        var cluster = new CoordinationCluster(plan, register);
        var primary = new IPEndPoint(IPAddress.Loopback, FreePorts.Take());
        for (var silo = 0; silo < plan.Silos; silo++)
        {
            cluster._silos.Add(await cluster.StartSilo(silo == 0 ? primary.Port : FreePorts.Take(), primary));
        }

        var warm = cluster._silos[0].Services.GetRequiredService<WarmUpProgress>();
        while (!warm.Done)
        {
            await Task.Delay(Look, TimeProvider.System);
        }

        foreach (var silo in cluster._silos)
        {
            var incarnation = silo.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress.ToParsableString();
            await cluster.Grains.GetGrain<IDialerGrain>(DialerKey.Of(Carrier, incarnation)).Start();
        }

        return cluster;
    }

    /// <summary>Cores in use over a time.</summary>
    public static async Task<double> Cores(TimeSpan span)
    {
        var (began, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Task.Delay(span, TimeProvider.System);
        return (Environment.CpuUsage.TotalTime - before) / Stopwatch.GetElapsedTime(began);
    }

    /// <summary>An action for a few: what is compiled and allocated at the first one is none of the next.</summary>
    public async Task WarmUp(int people)
    {
        var action = Grains.GetGrain<IActionGrain>(Guid.NewGuid());
        Expect(await action.Create(new Act(Dispatcher, "draft", "draft"), Draft(Math.Sqrt(people / (double)_register.People))));
        await Complete(action);
    }

    /// <summary>One action for everybody, from its start until every delivery has its result.</summary>
    public async Task<CoordinationSample> Run(double idleCores)
    {
        var action = Grains.GetGrain<IActionGrain>(Guid.NewGuid());
        Expect(await action.Create(new Act(Dispatcher, "draft", "draft"), Draft(1)));
        var (calls, steps, allocated) = (_calls.Snapshot(), _lanes.Counts, GC.GetTotalAllocatedBytes());
        var (began, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var progress = await Complete(action);
        var took = Stopwatch.GetElapsedTime(began);
        var after = _lanes.Counts;
        return new CoordinationSample
        {
            Case = _case,
            InArea = _register.InArea,
            Done = progress.Done,
            Withheld = _trunks.Sum(trunk => trunk.Withheld),
            Took = took,
            Processor = Environment.CpuUsage.TotalTime - before,
            IdleCores = idleCores,
            Steps = after.Steps - steps.Steps,
            ClaimsAPull = (after.Claims - steps.Claims) / (double)Math.Max(1, after.ClaimSteps - steps.ClaimSteps),
            Calls = _calls
                .Snapshot()
                .ToDictionary(call => call.Key, call => call.Value - calls.GetValueOrDefault(call.Key), StringComparer.Ordinal),
            Allocated = GC.GetTotalAllocatedBytes() - allocated,
        };
    }

    public async ValueTask DisposeAsync()
    {
        // The first holds the list of members.
        foreach (var silo in Enumerable.Reverse(_silos))
        {
            using var now = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            try
            {
                await silo.StopAsync(now.Token);
            }
            catch (OperationCanceledException)
            {
                // It was given long enough: nothing of it is kept.
            }

            silo.Dispose();
        }

        _trunks.ForEach(trunk => trunk.Dispose());
        _lanes.Dispose();
        _database.Dispose();
        _folder.Dispose();
    }

    private static async Task<ActionProgress> Complete(IActionGrain action)
    {
        Expect(await action.Start(new Act(Dispatcher, "start", "start")));
        var (told, moved, done) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp(), 0);
        while (true)
        {
            var progress = Expect(await action.Get(Dispatcher.ControlRoom)).Progress;
            if (progress.Complete)
            {
                return progress;
            }

            if (progress.Done > done)
            {
                (done, moved) = (progress.Done, Stopwatch.GetTimestamp());
            }
            else if (Stopwatch.GetElapsedTime(moved) >= Standstill)
            {
                throw new InvalidOperationException($"Nothing moves: {progress.Selected} selected, {progress.Done} done");
            }

            if (Stopwatch.GetElapsedTime(told) >= Tell)
            {
                told = Stopwatch.GetTimestamp();
                Console.WriteLine(
                    FormattableString.Invariant(
                        $"{TimeProvider.System.GetUtcNow():HH:mm:ss} {progress.Selected} selected, {progress.Done} done"
                    )
                );
            }

            await Task.Delay(Look, TimeProvider.System);
        }
    }

    private ActionDraft Draft(double share) =>
        new()
        {
            Kind = ActionKind.MissingChild,
            Description = "Meting",
            IncidentNumber = "meting",
            Area = _register.Area with { RadiusMetres = _register.Area.RadiusMetres * share },
            IncidentPoint = VirtualRegister.Center,
            Practice = true,
            Messages = [new SpokenMessage(Language.Dutch, [1, 2, 3], DurationMilliseconds: 400)],
        };

    private static ActionSnapshot Expect(ActionReply reply) =>
        reply.Action ?? throw new InvalidOperationException($"The action said {reply.Problem}");

    private async Task<IHost> StartSilo(int port, IPEndPoint primary)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Logging.AddConsole();

        // Silos that come one by one may both load a lane for a moment; the one that comes late is refused, and its caller asks again.
        builder.Logging.AddFilter("Orleans", LogLevel.None);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(port, FreePorts.Take(), primary);
            silo.AddLiveStreams();
            silo.AddIncomingGrainCallFilter(_calls);
        });
        var trunk = new VirtualTrunk();
        _trunks.Add(trunk);
        Add(builder.Services, trunk);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private void Add(IServiceCollection services, VirtualTrunk trunk)
    {
        var carrier = new CarrierOptions
        {
            Name = Carrier,
            Channels = _case.Lines,
            CallsPerSecond = _case.CallsPerSecond,
            RingLimit = TimeSpan.FromSeconds(2),
            LongestMessage = TimeSpan.FromSeconds(1),
            LingerAfterMessage = TimeSpan.Zero,
        };
        var carriers = new ConfiguredCarriers([new ConfiguredCarrier(carrier, new TrunkOptions())]);
        services.AddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.Configure<StorageOptions>(options => options.Folder = _folder.Path);
        services.AddSingleton(carriers);
        services.AddSingleton(carriers.List);
        services.AddDialing();
        services.AddCells();
        services.AddRegister();
        services.AddDossier();
        services.AddHerald(new WebhookList([]));
        services.AddSingleton<KindCatalogue>();
        services.Configure<ActionOptions>(options => options.MostCells = 1_000_000);
        services.Configure<KindOptions>(options =>
            options.Kinds["missing-child"] = new KindSettings
            {
                QuietHours = KindSettings.None,
                RetryAfter = KindSettings.None,
                Deadline = KindSettings.None,
                LargestAreaSquareKilometres = 100_000,
                ConfirmAbove = int.MaxValue,
            }
        );
        services.AddSingleton<WarmUpProgress>();
        services.AddHostedService<RegisterWarmUp>();
        services.AddHostedService<MarkerService>();
        services.AddSingleton<MediumAddress>();
        services.AddSingleton<SmsGateways>();
        services.AddSingleton<SmsPost>();
        services.AddSingleton<ISmsPort>(provider => provider.GetRequiredService<SmsPost>());
        services.AddSingleton<ISmsReplyPort>(provider => provider.GetRequiredService<SmsPost>());
        services.AddSingleton(new Lazy<RegisterKeys>(_keys));
        services.AddSingleton<ISubscriptionStore>(_register);
        services.AddSingleton<IChangeLog>(_register);

        // Given and not made: a silo that ends leaves them to the others.
        services.AddSingleton<IActionStore>(new SqliteActionStore(_database));
        services.AddSingleton<IArticleReaders>(new SqliteRegisterStore(_database));
        services.AddSingleton<ICarrierStore>(new SqliteCarrierStore(_database));
        services.AddSingleton<ILaneStore>(_lanes);
        services.AddSingleton<IVoiceGateways>(trunk);
    }
}
