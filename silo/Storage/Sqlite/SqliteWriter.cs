using System.Threading.Channels;
using Burgernet.Grains.Actions;
using Microsoft.Data.Sqlite;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>The only connection that writes: takes what waits, up to a limit, as one transaction, and tells every caller when it is on disk.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int LargestGroup = 256;

    private readonly Channel<IJob> _jobs = Channel.CreateBounded<IJob>(new BoundedChannelOptions(10_000) { SingleReader = true });
    private readonly Thread _thread;
    private readonly string _connectionString;

    public SqliteWriter(string connectionString)
    {
        _connectionString = connectionString;
        _thread = new Thread(Loop) { IsBackground = true, Name = "sqlite-writer" };
        _thread.Start();
    }

    public async Task<T> Run<T>(Func<SqliteStatements, WriteStep<T>> work)
    {
        var job = new Job<T>(work);
        await _jobs.Writer.WriteAsync(job);
        return await job.Result;
    }

    public void Dispose()
    {
        _jobs.Writer.TryComplete();
        _thread.Join();
    }

    private void Loop()
    {
        var group = new List<IJob>();
        SqliteConnection? connection = null;
        SqliteStatements? statements = null;
        while (_jobs.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < LargestGroup && _jobs.Reader.TryRead(out var job))
            {
                group.Add(job);
            }

            try
            {
                if (connection is null)
                {
                    connection = Open();
                    statements = new SqliteStatements(connection);
                }

                Commit(statements!, group);
                group.ForEach(job => job.Complete());
            }
            catch (SqliteException exception)
            {
                // The whole group is undone; what each of its callers knows is that nothing is known.
                var unavailable = new StoreUnavailableException("The database did not take a write", exception);
                group.ForEach(job => job.Fail(unavailable));
                statements?.Dispose();
                connection?.Dispose();
                (connection, statements) = (null, null);
            }

            group.Clear();
        }

        statements?.Dispose();
        connection?.Dispose();
    }

    private static void Commit(SqliteStatements statements, List<IJob> group)
    {
        statements.Execute("begin immediate");
        foreach (var job in group)
        {
            statements.Execute("savepoint step");
            if (!job.Do(statements))
            {
                statements.Execute("rollback to step");
            }

            statements.Execute("release step");
        }

        statements.Execute("commit");
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var pragmas = connection.CreateCommand();

        // secure_delete: what is erased is overwritten, and does not stay in free pages.
        pragmas.CommandText =
            "pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma busy_timeout=5000; pragma secure_delete=on;";
        pragmas.ExecuteNonQuery();
        return connection;
    }

    private interface IJob
    {
        /// <summary>Runs; false undoes it alone.</summary>
        bool Do(SqliteStatements statements);

        void Complete();

        void Fail(Exception exception);
    }

    private sealed class Job<T>(Func<SqliteStatements, WriteStep<T>> work) : IJob
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;
        private Exception? _failure;

        public Task<T> Result => _done.Task;

        public bool Do(SqliteStatements statements)
        {
            try
            {
                var step = work(statements);
                _result = step.Result;
                return step.Keep;
            }
            catch (SqliteException exception) when (exception.SqliteErrorCode == ConstraintViolated)
            {
                _failure = new StoreConflictException(
                    "What was to be written breaks a rule of the database; nothing of it was stored",
                    exception
                );
                return false;
            }
            catch (SqliteException exception)
            {
                // It fails alone as long as its savepoint still stands; where that is gone, so is the group.
                _failure = new StoreUnavailableException("The database did not take a write", exception);
                return false;
            }
            catch (Exception exception)
            {
                // A fault of this piece of work, not of the database.
                _failure = exception;
                return false;
            }
        }

        private const int ConstraintViolated = 19;

        public void Complete()
        {
            if (_failure is not null)
            {
                _done.SetException(_failure);
            }
            else
            {
                _done.SetResult(_result!);
            }
        }

        public void Fail(Exception exception) => _done.TrySetException(_failure ?? exception);
    }
}
