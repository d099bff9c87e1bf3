using Burgernet.Grains.Actions;
using Burgernet.Silo.Storage;

namespace Burgernet.Silo.Hosting;

/// <summary><c>silo -- verify ACTION</c>: recomputes every chain of an action's dossier from what the database holds. A node may be running on it.</summary>
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

    private const int Page = 1_000;

    /// <summary>Does it, with the settings of a node.</summary>
    /// <param name="args">The action's id, then settings.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string[] args)
    {
        var builder = NodeBuilder.Create([.. args.Skip(1)]);
        var configuration = builder.Configuration;
        var text = new DossierText((configuration.GetSection(NodeOptions.Section).Get<NodeOptions>() ?? new NodeOptions()).Language);
        if (args.Length == 0 || !Guid.TryParseExact(args[0], "D", out var actionId))
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
            return await Check(services.GetRequiredService<IActionStore>(), actionId, text);
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
        StorageServices.Add(services, builder.Configuration);
        return services.BuildServiceProvider();
    }

    private static async Task<int> Check(IActionStore store, Guid actionId, DossierText text)
    {
        var check = new DossierCheck();
        string? after = null;
        do
        {
            var page = await store.ReadDossier(actionId, after, Page);
            foreach (var entry in page.Entries)
            {
                check.Take(entry);
            }

            after = page.Next;
        } while (after is not null);

        if (check.Entries == 0)
        {
            await Console.Error.WriteLineAsync(text.NoAction(actionId));
            return NotChecked;
        }

        var faults = check.End();
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync(text.Fault(fault));
        }

        await Console.Out.WriteLineAsync(text.Outcome(actionId, check.Entries, check.Chains, faults.Count));
        return faults.Count == 0 ? Unbroken : Broken;
    }
}
