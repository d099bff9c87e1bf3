using Npgsql;

namespace Burgernet.Benchmarks.Storage;

/// <summary>What the database itself takes: the log alone, appended in batches of 1,000 rows over arrays on one connection.</summary>
internal static class BareAppend
{
    private const int Batch = 1_000;

    /// <summary>Appends until the time is over.</summary>
    public static async Task Run(string connectionString, StepTimes times)
    {
        await using var connection = new NpgsqlConnection($"{connectionString};Max Auto Prepare=10");
        await connection.OpenAsync();
        var action = Guid.NewGuid();
        var hash = new byte[32];
        var data = new string('x', 130);
        for (var sequence = 1L; times.Goes; sequence += Batch)
        {
            var began = TimeProvider.System.GetTimestamp();
            await using var command = new NpgsqlCommand(
                """
                insert into lane_log (action_id, lane, sequence, at, type, data, previous_hash, hash)
                select $1, 0, s, now(), 'claimed', d, h, h from unnest($2, $3, $4) as r (s, d, h) on conflict do nothing
                """,
                connection
            );
            command.Parameters.Add(new NpgsqlParameter { Value = action });
            command.Parameters.Add(new NpgsqlParameter { Value = Enumerable.Range(0, Batch).Select(i => sequence + i).ToArray() });
            command.Parameters.Add(new NpgsqlParameter { Value = Enumerable.Repeat(data, Batch).ToArray() });
            command.Parameters.Add(new NpgsqlParameter { Value = Enumerable.Repeat(hash, Batch).ToArray() });
            await command.ExecuteNonQueryAsync();
            times.Add(TimeProvider.System.GetElapsedTime(began), Batch);
        }
    }
}
