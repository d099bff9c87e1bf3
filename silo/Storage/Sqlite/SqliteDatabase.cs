using Burgernet.Grains.Actions;
using DbUp;
using DbUp.Engine.Output;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>The node's SQLite database: one writer that commits in groups, any number of readers. Write-ahead log, synchronous=FULL.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly string _readConnection;
    private readonly SqliteWriter _writer;

    public SqliteDatabase(IOptions<StorageOptions> options)
    {
        Directory.CreateDirectory(options.Value.Folder);
        var file = options.Value.DatabaseFile;

        // Never pooled: a connection that is given up after a fault may be in the middle of a transaction.
        var write = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        }.ToString();
        _readConnection = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly }.ToString();
        Migrate(write);
        _writer = new SqliteWriter(write);
    }

    /// <summary>Queues work for the writer; durable when the task completes. The work runs in a savepoint of its own.</summary>
    /// <exception cref="StoreUnavailableException">The database did not take it.</exception>
    public Task<T> Write<T>(Func<SqliteStatements, WriteStep<T>> work) => _writer.Run(work);

    /// <summary>Reads on a thread of the pool.</summary>
    /// <exception cref="StoreUnavailableException">The database did not answer.</exception>
    public Task<T> Read<T>(Func<SqliteStatements, T> work) =>
        Task.Run(() =>
        {
            try
            {
                using var connection = new SqliteConnection(_readConnection);
                connection.Open();
                using var statements = new SqliteStatements(connection);
                return work(statements);
            }
            catch (SqliteException exception)
            {
                throw new StoreUnavailableException("The database could not be read", exception);
            }
        });

    public void Dispose()
    {
        _writer.Dispose();
        SqliteConnection.ClearAllPools();
    }

    private static void Migrate(string connection)
    {
        var result = DeployChanges
            .To.SqliteDatabase(connection)
            .WithScriptsEmbeddedInAssembly(
                typeof(SqliteDatabase).Assembly,
                script => script.Contains(".Storage.Sqlite.Scripts.", StringComparison.Ordinal)
            )
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw new InvalidOperationException($"The database could not be brought up to date: {result.Error.Message}", result.Error);
        }
    }
}
