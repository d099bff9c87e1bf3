using Npgsql;

namespace Burgernet.Benchmarks.Imports;

/// <summary>What the tables of a register cost to fill by themselves: their rows out of one database in PostgreSQL's binary form, and into another.</summary>
/// <param name="Time">For reading in; writing out is not counted.</param>
/// <param name="Rows">Of all tables.</param>
/// <param name="Bytes">Of the binary form.</param>
internal sealed record BareCopy(TimeSpan Time, long Rows, long Bytes)
{
    /// <summary>What an import fills, in an order that the foreign keys allow.</summary>
    public static readonly string[] Tables = ["participant", "location", "participant_lookup"];

    /// <summary>Copies.</summary>
    /// <param name="from">Connection string of the filled database.</param>
    /// <param name="to">Connection string of an empty one with the same schema.</param>
    public static async Task<BareCopy> Run(string from, string to)
    {
        await using var source = await Open(from);
        await using var target = await Open(to);
        var (time, rows, bytes) = (TimeSpan.Zero, 0L, 0L);
        foreach (var table in Tables)
        {
            var file = Path.GetTempFileName();
            await using (var output = File.Create(file))
            await using (var copy = await source.BeginRawBinaryCopyAsync($"copy {table} to stdout (format binary)"))
            {
                await copy.CopyToAsync(output);
            }

            var started = TimeProvider.System.GetTimestamp();
            await using (var input = File.OpenRead(file))
            await using (var copy = await target.BeginRawBinaryCopyAsync($"copy {table} from stdin (format binary)"))
            {
                await input.CopyToAsync(copy);
            }

            time += TimeProvider.System.GetElapsedTime(started);
            bytes += new FileInfo(file).Length;
            File.Delete(file);
            await using var count = new NpgsqlCommand($"select count(*) from {table}", target);
            rows += (long)(await count.ExecuteScalarAsync())!;
            Console.WriteLine($"{table}: {time.TotalSeconds:F1} s so far");
        }

        return new BareCopy(time, rows, bytes);
    }

    private static async Task<NpgsqlConnection> Open(string connection)
    {
        var opened = new NpgsqlConnection(connection + ";Pooling=false;Command Timeout=0");
        await opened.OpenAsync();
        return opened;
    }
}
