using Burgernet.Grains.Actions;
using Burgernet.Grains.Dossier;
using Burgernet.Silo.Dossier;
using Burgernet.Silo.Storage;
using Burgernet.Silo.Storage.Postgres;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Hosting;

/// <summary><c>silo -- verify ACTION</c> or <c>verify --all</c>: holds dossiers against themselves, from what the database holds. A node may be running on it.</summary>
internal static class VerifyCommand
{
    /// <summary>The word on the command line.</summary>
    public const string Name = "verify";

    /// <summary>All is as it was recorded.</summary>
    public const int Unbroken = 0;

    /// <summary>Something is not.</summary>
    public const int Broken = 1;

    /// <summary>It could not be looked at: no such action, no such database, wrong use.</summary>
    public const int NotChecked = 2;

    private const string All = "--all";

    /// <summary>More faults of one dossier than these are counted and not told.</summary>
    private const int MostTold = 100;

    /// <summary>Does it, with the settings of a node.</summary>
    /// <param name="args">The action's id, or <c>--all</c>, then settings.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string[] args)
    {
        var builder = NodeBuilder.Create([.. args.Skip(1)]);
        var configuration = builder.Configuration;
        var text = new DossierText((configuration.GetSection(NodeOptions.Section).Get<NodeOptions>() ?? new NodeOptions()).Language);
        var actionId = Guid.Empty;
        if (args.Length == 0 || (args[0] != All && !Guid.TryParseExact(args[0], "D", out actionId)))
        {
            await Console.Error.WriteLineAsync(text.Usage);
            return NotChecked;
        }

        try
        {
            var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
            if (storage.Provider == StorageOptions.Sqlite && !File.Exists(storage.DatabaseFile))
            {
                await Console.Error.WriteLineAsync(text.NoDatabase(storage.DatabaseFile));
                return NotChecked;
            }

            await using var services = Services(builder);
            return args[0] == All ? await CheckAll(services, text) : await CheckOne(services, actionId, text);
        }
        catch (StorageProblemException exception)
        {
            await Console.Error.WriteLineAsync(new NodeText(text.Dutch ? "nl" : "en").StorageProblem(exception.Problem, exception.Subject));
        }
        catch (StoreUnavailableException exception)
        {
            await Console.Error.WriteLineAsync(
                new NodeText(text.Dutch ? "nl" : "en").StorageProblem(StorageProblem.Unreachable, exception.Message)
            );
        }
        catch (DossierKeyException exception)
        {
            await Console.Error.WriteLineAsync(new NodeText(text.Dutch ? "nl" : "en").BadSetting(exception.Text(text.Dutch)));
        }

        return NotChecked;
    }

    private static ServiceProvider Services(WebApplicationBuilder builder)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(builder.Configuration);
        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton(TimeProvider.System);
        NodeBuilder.AddStorageOptions(services);
        NodeBuilder.AddDossierOptions(services);
        services.PostConfigure<PostgresOptions>(postgres => postgres.ConnectTimeout = postgres.PatientConnectTimeout);
        services.AddSingleton<DossierKeyRing>();
        StorageServices.Add(services, builder.Configuration);
        return services.BuildServiceProvider();
    }

    private static async Task<int> CheckOne(ServiceProvider services, Guid actionId, DossierText text)
    {
        using var keys = services.GetRequiredService<DossierKeyRing>().LoadToVerify();
        return await Check(services, keys, actionId, text);
    }

    private static async Task<int> CheckAll(ServiceProvider services, DossierText text)
    {
        using var keys = services.GetRequiredService<DossierKeyRing>().LoadToVerify();
        var actions = await services.GetRequiredService<IDossierStore>().ListActions();
        var broken = 0;
        for (var i = 0; i < actions.Count; i++)
        {
            broken += await Check(services, keys, actions[i], text, DossierText.Progress(i + 1, actions.Count)) == Unbroken ? 0 : 1;
        }

        await Console.Out.WriteLineAsync(text.OutcomeOfAll(actions.Count, broken));
        return broken == 0 ? Unbroken : Broken;
    }

    private static async Task<int> Check(ServiceProvider services, DossierKeys keys, Guid actionId, DossierText text, string progress = "")
    {
        var until = services.GetRequiredService<IOptions<DossierOptions>>().Value.UnsignedUntil;
        var check = new DossierCheck(actionId, keys, until);
        await services.GetRequiredService<IDossierStore>().Read(actionId, check);
        if (check.Entries == 0 && check.Rows == 0 && progress.Length == 0)
        {
            await Console.Error.WriteLineAsync(text.NoAction(actionId));
            return NotChecked;
        }

        var faults = check.End();
        foreach (var fault in faults.Take(MostTold))
        {
            await Console.Error.WriteLineAsync(text.Fault(fault));
        }

        await Console.Out.WriteLineAsync(progress + text.Outcome(actionId, check, faults.Count));
        return faults.Count == 0 && check.Entries > 0 ? Unbroken : Broken;
    }
}
