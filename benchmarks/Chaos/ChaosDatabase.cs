using Npgsql;

namespace Burgernet.Benchmarks.Chaos;

/// <summary>A look into the nodes' database from outside.</summary>
/// <param name="connection">Its connection string.</param>
internal sealed class ChaosDatabase(string connection)
{
    private const int MostDescribed = 60;

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

    /// <summary>What is left to do, and which dialers' claims are open, for whoever waits in vain.</summary>
    public async Task<string> Describe()
    {
        var left = await Read(
            """
            select action_id, lane, band, count(*),
                   count(*) filter (where not exists (select 1 from attempt a where (a.action_id, a.participant_id) = (d.action_id, d.participant_id))),
                   count(*) filter (where exists (select 1 from attempt a where (a.action_id, a.participant_id) = (d.action_id, d.participant_id) and ended_at is null))
            from delivery d where result = 0 group by 1, 2, 3 order by 1, 3, 2
            """,
            row =>
                $"action {row.GetGuid(0)} lane {row.GetInt32(1)} band {row.GetInt32(2)}: {row.GetInt64(3)} without a result, {row.GetInt64(4)} never claimed, {row.GetInt64(5)} with an open claim"
        );
        var open = await Read(
            "select incarnation, count(*), max(claimed_at), max(deadline) from attempt where ended_at is null group by 1 order by 1",
            row =>
                FormattableString.Invariant(
                    $"{row.GetString(0)}: {row.GetInt64(1)} open claims, the last of {row.GetFieldValue<DateTimeOffset>(2):HH:mm:ss.fff}, charged until {row.GetFieldValue<DateTimeOffset>(3):HH:mm:ss} at the latest"
                )
        );
        return string.Join('\n', left.Take(MostDescribed).Concat(open));
    }

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
