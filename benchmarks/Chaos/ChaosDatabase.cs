using Npgsql;

namespace Burgernet.Benchmarks.Chaos;

/// <summary>A look into the nodes' database from outside.</summary>
/// <param name="connection">Its connection string.</param>
internal sealed class ChaosDatabase(string connection)
{
    /// <summary>Deliveries whose answer is stored.</summary>
    public async Task<HashSet<ChaosDelivery>> Answered() =>
        [
            .. await Read(
                "select distinct action_id, participant_id from attempt where answered_at is not null",
                row => new ChaosDelivery(row.GetGuid(0), row.GetGuid(1))
            ),
        ];

    /// <summary>All claims, in the order of their time.</summary>
    public Task<List<ChaosAttempt>> Attempts() =>
        Read(
            "select action_id, participant_id, call_id, incarnation, claimed_at, deadline, ended_at from attempt order by claimed_at",
            row => new ChaosAttempt(
                new ChaosDelivery(row.GetGuid(0), row.GetGuid(1)),
                row.GetString(2),
                row.GetString(3),
                row.GetFieldValue<DateTimeOffset>(4),
                row.GetFieldValue<DateTimeOffset>(5),
                row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6)
            )
        );

    /// <summary>How many claims there are.</summary>
    public async Task<long> Claims() => (await Read("select count(*) from attempt", row => row.GetInt64(0)))[0];

    private async Task<List<T>> Read<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var database = new NpgsqlConnection($"{connection};Pooling=false");
        await database.OpenAsync();
        await using var command = new NpgsqlCommand(sql, database);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
