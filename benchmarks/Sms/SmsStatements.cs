using System.Globalization;
using Burgernet.Benchmarks.Reports;
using Burgernet.TestKit;
using Npgsql;

namespace Burgernet.Benchmarks.Sms;

/// <summary>Which statements take the server how long, by its own <c>pg_stat_statements</c>.</summary>
internal static class SmsStatements
{
    /// <summary>What the server must be started with.</summary>
    public static readonly string[] Settings = ["shared_preload_libraries=pg_stat_statements"];

    /// <summary>Counts from now on.</summary>
    public static async Task Begin(string connection)
    {
        await PostgresCluster.Execute(connection, "create extension if not exists pg_stat_statements");
        await PostgresCluster.Execute(connection, "select pg_stat_statements_reset()");
    }

    /// <summary>The dearest so far.</summary>
    public static async Task<RunSection> Read(string connection, EnginePlan plan)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(
            """
            select (total_exec_time + total_plan_time)::float8, calls, rows, wal_bytes::float8, left(regexp_replace(query, '\s+', ' ', 'g'), 80)
            from pg_stat_statements order by total_exec_time + total_plan_time desc limit 12
            """
        );
        var rows = new List<string[]>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var (time, count) = (reader.GetDouble(0), reader.GetInt64(2));
            rows.Add([
                Text($"`{reader.GetString(4)}`"),
                Text($"{time:N0}"),
                Text($"{reader.GetInt64(1):N0}"),
                Text($"{count:N0}"),
                Text($"{1_000 * time / plan.People:0.0}"),
                Text($"{reader.GetDouble(3) / 1_048_576:0.0}"),
            ]);
        }

        return new RunSection
        {
            Name = "statements",
            Title = "Where PostgreSQL's time goes",
            Command = "sms engine --statements",
            Method = Text(
                $"Another run, with `pg_stat_statements`: from the start until every receipt of {plan.People:N0} texts was with its delivery. Time is execution and planning on the server, summed over connections that work at the same time."
            ),
            Columns = ["statement", "ms", "calls", "rows", "µs a text", "WAL MiB"],
            Rows = rows,
            Gates = [],
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
