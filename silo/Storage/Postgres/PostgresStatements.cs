using System.Globalization;
using Npgsql;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>Statements on one connection, prepared by Npgsql once they come back. Parameters are <c>$1</c>, <c>$2</c> … in the order given.</summary>
internal sealed class PostgresStatements(NpgsqlConnection connection)
{
    /// <summary>The connection, for what is no statement: COPY.</summary>
    public NpgsqlConnection Connection => connection;

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
