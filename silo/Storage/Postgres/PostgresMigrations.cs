using DbUp;
using DbUp.Engine.Output;
using DbUp.Postgresql;
using Npgsql;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>Brings the schema up to date; of several nodes that start at once one does it and the others wait.</summary>
internal static class PostgresMigrations
{
    private const int OldestVersion = 15;

    /// <summary>"BN schem", the name of the lock that all nodes of a database use.</summary>
    private const long LockKey = 0x424E_2073_6368_656D;

    private const string JournalTable = "schema_version";
    private const string LockPatience = "2min";

    /// <summary>Connects, takes the lock and runs the scripts that have not run yet, each in a transaction.</summary>
    /// <exception cref="StorageProblemException">It cannot be done.</exception>
    public static void Run(PostgresLogin login)
    {
        using var source = login.CreateMigrationSource();
        using var connection = Connect(source, login);
        if (connection.PostgreSqlVersion.Major < OldestVersion)
        {
            throw new StorageProblemException(StorageProblem.TooOld, $"{login.Place} ({connection.PostgreSqlVersion})");
        }

        try
        {
            // The lock goes with the session, however this ends.
            using var wait = new NpgsqlCommand($"set lock_timeout = '{LockPatience}'; select pg_advisory_lock({LockKey})", connection);
            wait.ExecuteNonQuery();
            Upgrade(source);
            KeepWords(connection);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new StorageProblemException(StorageProblem.MayNotMigrate, login.Place, exception);
        }
        catch (NpgsqlException exception)
        {
            // What a server says of a script holds no password.
            throw new StorageProblemException(
                StorageProblem.MigrationFailed,
                $"{login.Place}, {PostgresFailure.Reason(exception)}",
                exception
            );
        }
    }

    /// <summary>The text of a script, for somebody who is to run it by hand.</summary>
    /// <param name="name">With its ending.</param>
    public static async Task<string> ReadScript(string name)
    {
        var assembly = typeof(PostgresDatabase).Assembly;
        var resource = assembly
            .GetManifestResourceNames()
            .Single(found => found.EndsWith($".Storage.Postgres.Scripts.{name}", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return await reader.ReadToEndAsync();
    }

    private static void Upgrade(NpgsqlDataSource source)
    {
        var result = DeployChanges
            .To.PostgresqlDatabase(new PostgresqlConnectionManager(source))
            .WithScriptsEmbeddedInAssembly(
                typeof(PostgresDatabase).Assembly,
                script => script.Contains(".Storage.Postgres.Scripts.", StringComparison.Ordinal)
            )
            .JournalToPostgresqlTable(null, JournalTable)
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw result.Error as NpgsqlException ?? new NpgsqlException("A script could not be run", result.Error);
        }
    }

    /// <summary>Those that are stored already are left as they are.</summary>
    private static void KeepWords(NpgsqlConnection connection)
    {
        using var batch = new NpgsqlBatch(connection);
        foreach (var (list, code, word) in StoredWords.All)
        {
            batch.BatchCommands.Add(
                new NpgsqlBatchCommand(StoredWords.Keep)
                {
                    Parameters =
                    {
                        new NpgsqlParameter { Value = list },
                        new NpgsqlParameter { Value = code },
                        new NpgsqlParameter { Value = word },
                    },
                }
            );
        }

        batch.ExecuteNonQuery();
    }

    private static NpgsqlConnection Connect(NpgsqlDataSource source, PostgresLogin login)
    {
        try
        {
            return source.OpenConnection();
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or InvalidOperationException)
        {
            throw new StorageProblemException(ProblemOf(exception), login.Place, exception);
        }
    }

    private static StorageProblem ProblemOf(Exception exception) =>
        exception switch
        {
            PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => StorageProblem.NoDatabase,
            PostgresException { SqlState: var state } when state.StartsWith("28", StringComparison.Ordinal) => StorageProblem.LoginRefused,
            NpgsqlException { InnerException: null } when exception.Message.Contains("password", StringComparison.OrdinalIgnoreCase) =>
                StorageProblem.LoginRefused,
            _ => StorageProblem.Unreachable,
        };
}
