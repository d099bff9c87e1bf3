using Burgernet.Silo.Storage;
using Burgernet.Silo.Storage.Postgres;

namespace Burgernet.Silo.Hosting;

/// <summary><c>silo -- migrate</c>: brings the schema up to date as a user who may, so that the nodes need no such rights.</summary>
internal static class MigrateCommand
{
    /// <summary>The word on the command line.</summary>
    public const string Name = "migrate";

    /// <summary>Does it, with the settings of a node.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string[] args)
    {
        var configuration = NodeBuilder.Create(args).Configuration;
        var text = new NodeText((configuration.GetSection(NodeOptions.Section).Get<NodeOptions>() ?? new NodeOptions()).Language);
        try
        {
            var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
            var postgres = configuration.GetSection(PostgresOptions.Section).Get<PostgresOptions>() ?? new PostgresOptions();
            var login = PostgresLogin.Of(storage, postgres);
            PostgresMigrations.Run(login);
            await Console.Out.WriteLineAsync(text.SchemaUpToDate(login.Place));
            return 0;
        }
        catch (StorageProblemException exception)
        {
            await Console.Error.WriteLineAsync(text.StorageProblem(exception.Problem, exception.Subject));
            return 1;
        }
    }
}
