using System.Globalization;
using Npgsql;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>Statements on one connection, prepared by Npgsql once they come back. Parameters are <c>$1</c>, <c>$2</c> … in the order given.</summary>
internal sealed class PostgresStatements(NpgsqlConnection connection)
{
    private int? _timeout;

    /// <summary>The connection, for what is no statement: COPY.</summary>
    public NpgsqlConnection Connection => connection;

    /// <summary>Lets the statements of this transaction take longer than the session's own limits, which are made for calls.</summary>
    public async Task Allow(TimeSpan time)
    {
        var milliseconds = ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        await Execute($"set local statement_timeout = {milliseconds}; set local lock_timeout = {milliseconds}");
        _timeout = (int)Math.Ceiling(time.TotalSeconds) + 1;
    }

    /// <summary>Runs a statement.</summary>
    /// <returns>Rows changed.</returns>
    public async Task<int> Execute(string sql, params object?[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Reads all rows.</summary>
    public async Task<List<T>> Query<T>(string sql, Func<NpgsqlDataReader, T> read, params object?[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private NpgsqlCommand Command(string sql, object?[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.CommandTimeout = _timeout ?? command.CommandTimeout;
        foreach (var value in values)
        {
            command.Parameters.Add(
                new NpgsqlParameter
                {
                    Value = value switch
                    {
                        null => DBNull.Value,
                        ulong number => (long)number,
                        Enum code => Convert.ToInt16(code, CultureInfo.InvariantCulture),
                        _ => value,
                    },
                }
            );
        }

        return command;
    }
}
