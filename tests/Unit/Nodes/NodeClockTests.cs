using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Silo.Hosting;
using Burgernet.Silo.Nodes;
using Burgernet.Silo.Storage;
using Burgernet.TestKit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Burgernet.Tests.Unit.Nodes;

public sealed class NodeClockTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly LogBook _log = new();
    private readonly ScriptedDatabaseClock _database = new();
    private readonly ILoggerFactory _loggers;
    private readonly LeaseClock _leases;
    private readonly NodeClock _clock;

    public NodeClockTests()
    {
        _loggers = LoggerFactory.Create(logging => logging.AddProvider(_log));
        _leases = new LeaseClock(_time);
        _clock = Clock(_database);
    }

    public async ValueTask DisposeAsync()
    {
        await _clock.StopAsync(CancellationToken.None);
        _clock.Dispose();
        _loggers.Dispose();
    }

    [Fact]
    public async Task Offset_AtStart_IsKnownBeforeTheSilo()
    {
        Assert.Null(_clock.Offset);
        _database.Next = Reading(3, 0);
        await _clock.StartingAsync(CancellationToken.None);
        Assert.Equal(TimeSpan.FromSeconds(3), _clock.Offset);
        Assert.Equal(Start - TimeSpan.FromSeconds(3), _leases.Now);
    }

    [Fact]
    public async Task Log_AClockThatGoesOffAndComesBack_SaysEachOnce()
    {
        foreach (var seconds in new[] { 0, 3, 4, -4, 0, 0.001, -2 })
        {
            _database.Next = Reading(seconds, 0.001);
            await _clock.StartingAsync(CancellationToken.None);
        }

        Assert.Equal(
            "Warning +3.000, Information +0.000, Warning -2.000",
            string.Join(", ", _log.Lines.Select(line => $"{line.Split(' ')[0]} {line.Split(" s off")[0].Split(' ')[^1]}"))
        );
    }

    [Fact]
    public async Task Offset_DatabaseAway_StaysWhatItWas()
    {
        _database.Next = Reading(0.2, 0);
        await _clock.StartingAsync(CancellationToken.None);
        _database.Next = null;
        await _clock.StartingAsync(CancellationToken.None);
        Assert.Equal(TimeSpan.FromSeconds(0.2), _clock.Offset);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task Offset_AnswerThatTookTooLong_IsNotTaken()
    {
        _database.Next = Reading(9, 4);
        await _clock.StartingAsync(CancellationToken.None);
        Assert.Null(_clock.Offset);
        Assert.Equal(Start, _leases.Now);
    }

    [Fact]
    public async Task Offset_WhileItRuns_IsAskedForAtEachInterval()
    {
        _database.Next = Reading(0, 0);
        await _clock.StartAsync(CancellationToken.None);
        _database.Next = Reading(1, 0);
        await Eventually.Holds(
            "the next look was taken",
            () =>
            {
                _time.Advance(new NodeOptions().ClockInterval);
                return _clock.Offset == TimeSpan.FromSeconds(1);
            },
            Patience
        );
    }

    [Fact]
    public async Task Offset_WithoutADatabaseThatIsShared_IsNotKnown()
    {
        using var alone = Clock(null);
        await alone.StartingAsync(CancellationToken.None);
        await alone.StartAsync(CancellationToken.None);
        Assert.Null(alone.Offset);
    }

    private NodeClock Clock(IDatabaseClock? database) =>
        new(_leases, Options.Create(new NodeOptions()), _time, _loggers.CreateLogger<NodeClock>(), database);

    private ClockReading Reading(double offset, double error) =>
        new(
            TimeSpan.FromSeconds(offset),
            TimeSpan.FromSeconds(error),
            _time.GetUtcNow() - TimeSpan.FromSeconds(offset),
            _time.GetTimestamp()
        );

    private sealed class ScriptedDatabaseClock : IDatabaseClock
    {
        public ClockReading? Next { get; set; }

        public Task<ClockReading> Read() => Next is { } next ? Task.FromResult(next) : throw new StoreUnavailableException("away");
    }
}
