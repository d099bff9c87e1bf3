using System.Data;
using System.Runtime.CompilerServices;
using Burgernet.Grains.Actions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>The node's PostgreSQL database: its schema is up to date when this is made.</summary>
/// <remarks>Commits of several connections are one flush of the server's log already, so a caller's transaction has a connection to
/// itself here; the many small steps of lanes are written together, by <see cref="PostgresLaneWriter"/>.</remarks>
internal sealed class PostgresDatabase : IDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource _looks;

    /// <summary>Connects and brings the schema up to date.</summary>
    /// <exception cref="StorageProblemException">The settings are wrong, or the database cannot be used.</exception>
    public PostgresDatabase(IOptions<StorageOptions> storage, IOptions<PostgresOptions> options, PostgresWatch watch)
    {
        Watch = watch;
        Login = PostgresLogin.Of(storage.Value, options.Value);
        PostgresMigrations.Run(Login);
        _source = Login.CreateSource();
        _looks = Login.CreateLookSource();
    }

    /// <summary>Is told whether it answers.</summary>
    public PostgresWatch Watch { get; }

    /// <summary>As whom, and where.</summary>
    public PostgresLogin Login { get; }

    /// <summary>Runs a transaction; durable when the task completes.</summary>
    /// <exception cref="StoreUnavailableException">The database did not take it; whether it happened is not known.</exception>
    /// <exception cref="StoreConflictException">It breaks a rule of the database: nothing was stored.</exception>
    public async Task<T> Write<T>(Func<PostgresStatements, Task<WriteStep<T>>> work)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            var step = await work(new PostgresStatements(connection));
            if (step.Keep)
            {
                await transaction.CommitAsync();
            }

            Watch.Answered();
            return step.Result;
        }
        catch (Exception exception) when (PostgresFailure.IsOfTheDatabase(exception))
        {
            throw Watch.Failed(exception);
        }
    }

    /// <summary>Reads; every statement sees what was committed when it began.</summary>
    /// <exception cref="StoreUnavailableException">The database did not answer.</exception>
    public Task<T> Read<T>(Func<PostgresStatements, Task<T>> work) => Read(_source, work);

    /// <summary>Reads a few rows by their keys, with plans that were made once: half of the time of such a small read would go to planning it.</summary>
    /// <exception cref="StoreUnavailableException">The database did not answer.</exception>
    public Task<T> Look<T>(Func<PostgresStatements, Task<T>> work) => Read(_looks, work);

    /// <summary>Reads; all statements see the same instant.</summary>
    /// <exception cref="StoreUnavailableException">The database did not answer.</exception>
    public Task<T> ReadSnapshot<T>(Func<PostgresStatements, Task<T>> work) =>
        Reading(
            _source,
            async () =>
            {
                await using var connection = await _source.OpenConnectionAsync();
                await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
                var result = await work(new PostgresStatements(connection));
                await transaction.CommitAsync();
                return result;
            }
        );

    /// <summary>Reads one consistent state in batches, without a limit of time; at most two batches are in memory.</summary>
    /// <param name="query">The statement, without parameters.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="batch">Rows in a batch, as soon as two that follow each other may be parted.</param>
    /// <param name="together">Whether two rows that follow each other belong in the same batch.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StoreUnavailableException">The database did not answer.</exception>
    public async IAsyncEnumerable<IReadOnlyList<T>> Stream<T>(
        string query,
        Func<NpgsqlDataReader, T> read,
        int batch,
        Func<T, T, bool> together,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var stream = await Reading(
            _source,
            async () =>
            {
                var connection = await _source.OpenConnectionAsync(cancellationToken);
                return await PostgresStream<T>.Open(connection, query, read, batch, together, cancellationToken);
            }
        );
        while (await stream.Next(cancellationToken) is { Count: > 0 } rows)
        {
            yield return rows;
        }
    }

    public void Dispose()
    {
        _source.Dispose();
        _looks.Dispose();
    }

    private Task<T> Read<T>(NpgsqlDataSource source, Func<PostgresStatements, Task<T>> work) =>
        Reading(
            source,
            async () =>
            {
                await using var connection = await source.OpenConnectionAsync();
                return await work(new PostgresStatements(connection));
            }
        );

    private async Task<T> Reading<T>(NpgsqlDataSource source, Func<Task<T>> work)
    {
        var again = true;
        while (true)
        {
            try
            {
                var result = await work();
                Watch.Answered();
                return result;
            }
            catch (Exception exception) when (again && PostgresFailure.IsLostConnection(exception))
            {
                // The pool had a connection of before the server went and came back. To read twice harms nobody.
                again = false;
                source.Clear();
            }
            catch (Exception exception) when (PostgresFailure.IsOfTheDatabase(exception))
            {
                throw Watch.Failed(exception);
            }
        }
    }
}
