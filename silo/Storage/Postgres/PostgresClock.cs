namespace Burgernet.Silo.Storage.Postgres;

/// <summary>The clock of the PostgreSQL server.</summary>
internal sealed class PostgresClock(PostgresDatabase database, TimeProvider time) : IDatabaseClock
{
    /// <summary>The first finds the statement not prepared, and a busy machine delays one now and then.</summary>
    private const int Times = 4;

    public Task<ClockReading> Read() =>
        // On one connection that is open: what opening it takes would count as part of the way.
        database.Look(async sql =>
        {
            var best = await Ask(sql);
            for (var again = 1; again < Times; again++)
            {
                var reading = await Ask(sql);
                best = reading.Error < best.Error ? reading : best;
            }

            return best;
        });

    private async Task<ClockReading> Ask(PostgresStatements sql)
    {
        var asked = time.GetTimestamp();
        var wall = time.GetUtcNow();
        var told = await sql.Query("select clock_timestamp()", row => row.Time(0));
        return ClockReading.Of(asked, wall, told[0], time.GetTimestamp(), time);
    }
}
