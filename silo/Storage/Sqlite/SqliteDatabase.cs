using System.Runtime.CompilerServices;
using System.Threading.Channels;
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
    private readonly string _writeConnection;
    private readonly SqliteWriter _writer;

    public SqliteDatabase(IOptions<StorageOptions> options)
    {
        Directory.CreateDirectory(options.Value.Folder);
        var file = options.Value.DatabaseFile;

        // Never pooled: a connection that is given up after a fault may be in the middle of a transaction.
        _writeConnection = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        }.ToString();
        _readConnection = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly }.ToString();
        Migrate(_writeConnection);
        _writer = new SqliteWriter(_writeConnection);
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

    /// <summary>Reads on a thread of the pool; all statements see the same instant.</summary>
    /// <exception cref="StoreUnavailableException">The database did not answer.</exception>
    public Task<T> ReadSnapshot<T>(Func<SqliteStatements, T> work) =>
        Read(sql =>
        {
            // The first statement fixes what all of them see; the connection goes back to its pool without it.
            sql.Execute("begin");
            try
            {
                return work(sql);
            }
            finally
            {
                sql.Execute("rollback");
            }
        });

    /// <summary>Reads one consistent state in batches, on a thread of the pool that waits for whoever takes them: at most three batches are in memory.</summary>
    /// <param name="query">The statement, without parameters.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="batch">Rows in a batch, as soon as two that follow each other may be parted.</param>
    /// <param name="together">Whether two rows that follow each other belong in the same batch.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<IReadOnlyList<T>> Stream<T>(
        string query,
        Func<SqliteDataReader, T> read,
        int batch,
        Func<T, T, bool> together,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var batches = Channel.CreateBounded<IReadOnlyList<T>>(1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => Fill(batches.Writer, query, read, batch, together, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var rows in batches.Reader.ReadAllAsync(stop.Token))
            {
                yield return rows;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    /// <summary>Moves the write-ahead log into the database and empties it, so that pages from before an erasure do not stay in it. Where others are in the way it is left for the next time.</summary>
    public Task DropOldPages() =>
        Task.Run(() =>
        {
            try
            {
                using var connection = new SqliteConnection(_writeConnection);
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = "pragma busy_timeout=1000; pragma wal_checkpoint(truncate)";
                command.ExecuteNonQuery();
            }
            catch (SqliteException)
            {
                // Best effort: the next erasure, and the end of the node, do it too.
            }
        });

    public void Dispose()
    {
        _writer.Dispose();
        SqliteConnection.ClearAllPools();
    }

    private async Task Fill<T>(
        ChannelWriter<IReadOnlyList<T>> batches,
        string query,
        Func<SqliteDataReader, T> read,
        int batch,
        Func<T, T, bool> together,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var connection = new SqliteConnection(_readConnection);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = query;
            using var reader = command.ExecuteReader();
            var rows = new List<T>(batch);
            while (reader.Read())
            {
                var row = read(reader);
                if (rows.Count >= batch && !together(rows[^1], row))
                {
                    await batches.WriteAsync(rows, cancellationToken);
                    rows = new List<T>(batch);
                }

                rows.Add(row);
            }

            await batches.WriteAsync(rows, cancellationToken);
            batches.Complete();
        }
        catch (OperationCanceledException)
        {
            batches.Complete();
        }
        catch (SqliteException exception)
        {
            batches.Complete(new StoreUnavailableException("The database could not be read", exception));
        }
        catch (Exception exception)
        {
            // Whatever it is, it belongs to whoever waits for the next batch.
            batches.Complete(exception);
        }
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

        using var open = new SqliteConnection(connection);
        open.Open();
        KeepWords(open);
        if (result.Scripts.Any())
        {
            // What a script dropped stays in free pages otherwise.
            using var command = open.CreateCommand();
            command.CommandText = "vacuum";
            command.ExecuteNonQuery();
        }
    }

    private static void KeepWords(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        using (var sql = new SqliteStatements(connection))
        {
            foreach (var (list, code, word) in StoredWords.All)
            {
                sql.Execute(StoredWords.Keep, list, code, word);
            }
        }

        transaction.Commit();
    }
}
