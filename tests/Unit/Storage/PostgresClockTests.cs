using Burgernet.Silo.Storage.Postgres;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

public sealed class PostgresClockTests(PostgresServer server)
{
    /// <summary>What PostgreSQL rounds to.</summary>
    private static readonly TimeSpan Microsecond = TimeSpan.FromMicroseconds(1);

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(-3600)]
    public async Task Read_OfAServerOnThisMachine_FindsHowFarThisClockWasMoved(int seconds)
    {
        using var database = PostgresStoreBench.Connect(await server.CreateDatabase());
        var moved = TimeSpan.FromSeconds(seconds);
        var reading = await new PostgresClock(database, new ShiftedClock(moved)).Read();
        Assert.InRange(reading.Offset, moved - reading.Error - Microsecond, moved + reading.Error + Microsecond);
        Assert.True(reading.Error > TimeSpan.Zero);
    }

    private sealed class ShiftedClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
