using Npgsql;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>A long result that is taken batch by batch; the server waits for whoever takes it.</summary>
internal sealed class PostgresStream<T> : IAsyncDisposable
{
    /// <summary>Seconds until the first row, and between rows: a sort of the whole register comes before the first.</summary>
    private const int LongestSilence = 120;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly NpgsqlCommand _command;
    private readonly NpgsqlDataReader _reader;
    private readonly Func<NpgsqlDataReader, T> _read;
    private readonly int _batch;
    private readonly Func<T, T, bool> _together;
    private readonly List<T> _next = [];
    private bool _ended;

    private PostgresStream(
        NpgsqlTransaction transaction,
        NpgsqlCommand command,
        NpgsqlDataReader reader,
        Func<NpgsqlDataReader, T> read,
        int batch,
        Func<T, T, bool> together
    )
    {
        _connection = transaction.Connection!;
        (_transaction, _command, _reader, _read, _batch, _together) = (transaction, command, reader, read, batch, together);
    }

    /// <summary>Asks; the connection is the stream's from here on.</summary>
    public static async Task<PostgresStream<T>> Open(
        NpgsqlConnection connection,
        string query,
        Func<NpgsqlDataReader, T> read,
        int batch,
        Func<T, T, bool> together,
        CancellationToken cancellationToken
    )
    {
        try
        {
            // How long it takes is a matter of whoever takes the rows.
            var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var limits = new NpgsqlCommand(
                "set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0",
                connection
            );
            await limits.ExecuteNonQueryAsync(cancellationToken);
            var command = new NpgsqlCommand(query, connection) { CommandTimeout = LongestSilence };
            return new PostgresStream<T>(transaction, command, await command.ExecuteReaderAsync(cancellationToken), read, batch, together);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The next batch; empty at the end.</summary>
    public async Task<IReadOnlyList<T>> Next(CancellationToken cancellationToken)
    {
        List<T> rows = [.. _next];
        _next.Clear();
        rows.EnsureCapacity(_batch);
        try
        {
            while (!_ended && await _reader.ReadAsync(cancellationToken))
            {
                var row = _read(_reader);
                if (rows.Count >= _batch && !_together(rows[^1], row))
                {
                    _next.Add(row);
                    return rows;
                }

                rows.Add(row);
            }

            _ended = true;
            return rows;
        }
        catch (Exception exception) when (PostgresFailure.IsOfTheDatabase(exception) && !cancellationToken.IsCancellationRequested)
        {
            throw PostgresFailure.Translate(exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_ended)
        {
            // Else closing would read all that is left.
            _command.Cancel();
        }

        try
        {
            await _reader.DisposeAsync();
            await _transaction.DisposeAsync();
        }
        catch (NpgsqlException)
        {
            // Of the cancelling, or of what failed already.
        }

        await _command.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
