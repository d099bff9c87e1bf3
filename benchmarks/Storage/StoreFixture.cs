using Burgernet.Cells;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Participants;
using Burgernet.Silo.Hosting;
using Burgernet.Silo.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Burgernet.Benchmarks.Storage;

/// <summary>The stores of one provider, wired as in a node, with a register full of participants.</summary>
internal sealed class StoreFixture : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private int _actions;

    private StoreFixture(ServiceProvider services) => _services = services;

    public ILaneStore Lanes => _services.GetRequiredService<ILaneStore>();

    /// <summary>Opens a database.</summary>
    /// <param name="settings">Settings of the storage, without their section.</param>
    public static StoreFixture Open(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(setting => KeyValuePair.Create($"{StorageOptions.Section}:{setting.Key}", setting.Value))
            )
            .Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddMetrics()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IConfiguration>(configuration);
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section);
        services
            .AddOptions<Burgernet.Silo.Storage.Postgres.PostgresOptions>()
            .BindConfiguration(Burgernet.Silo.Storage.Postgres.PostgresOptions.Section);
        StorageServices.Add(services, configuration);
        return new StoreFixture(services.BuildServiceProvider());
    }

    public static Guid Participant(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    /// <summary>Fills the register.</summary>
    public async Task Fill(int participants)
    {
        var register = _services.GetRequiredService<IParticipantImport>();
        foreach (var chunk in Enumerable.Range(0, participants).Chunk(20_000))
        {
            var people = Array.ConvertAll(
                chunk,
                number => new NewParticipant(
                    Participant(number),
                    Language.Dutch,
                    $"+3199{number:D9}",
                    new GeoPoint(52.2, 6.2),
                    (ulong)(1 + (number / 30)),
                    1
                )
            );
            await register.AddMany(people, TimeProvider.System.GetUtcNow());
        }
    }

    /// <summary>A started action.</summary>
    public async Task<Guid> StartAction()
    {
        var id = new Guid(++_actions, 0, 0, [0, 0, 0, 0, 0, 0, 0, 9]);
        var now = HashChain.Now(TimeProvider.System);
        var row = new ActionRow(
            id,
            "bench",
            Burgernet.Actions.ActionKind.MissingChild,
            "",
            true,
            Burgernet.Actions.ActionStatus.Active,
            1,
            true,
            now
        );
        var started = new ActionEvent(
            1,
            now,
            new Burgernet.Actions.Actor("bench", "bench"),
            ActionEventType.Started,
            "{}",
            null,
            null,
            HashChain.Origin,
            HashChain.Origin
        );
        return await _services.GetRequiredService<IActionStore>().Append(row, started, [])
            ? id
            : throw new InvalidOperationException("The action stands already");
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
