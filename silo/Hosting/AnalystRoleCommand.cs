using Burgernet.Silo.Storage.Postgres;

namespace Burgernet.Silo.Hosting;

/// <summary><c>silo -- analyst-role</c>: prints the SQL that makes the analysts' role, for a database whose own user may not create roles.</summary>
internal static class AnalystRoleCommand
{
    /// <summary>The word on the command line.</summary>
    public const string Name = "analyst-role";

    /// <summary>Does it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run()
    {
        await Console.Out.WriteLineAsync(await PostgresMigrations.ReadScript("0013-role-of-analysts.sql"));
        return 0;
    }
}
