using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Silo.Hosting;
using Burgernet.Silo.Storage;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Nodes;

/// <summary>Holds this node's clock against the database's: at start, and every now and then. Without a database that others share there is nothing to hold it against.</summary>
internal sealed partial class NodeClock(
    LeaseClock leases,
    IOptions<NodeOptions> node,
    TimeProvider time,
    ILogger<NodeClock> logger,
    IDatabaseClock? database = null
) : BackgroundService, IHostedLifecycleService
{
    private readonly Lock _changing = new();
    private bool _off;

    /// <summary>How far the wall clock is ahead of the database's, negative where it is behind; null where that is not known.</summary>
    public TimeSpan? Offset
    {
        get
        {
            lock (_changing)
            {
                return field;
            }
        }
        private set;
    }

    /// <summary>Before the silo: the first share of a carrier is given by the database's clock.</summary>
    public Task StartingAsync(CancellationToken cancellationToken) => Look();

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database is null)
        {
            return;
        }

        using var timer = new PeriodicTimer(node.Value.ClockInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await Look();
        }
    }

    private async Task Look()
    {
        if (database is null)
        {
            return;
        }

        try
        {
            Take(await database.Read());
        }
        catch (StoreUnavailableException)
        {
            // The store says itself that it is away. What was read last is told on: a clock does not go far in the meantime.
        }
    }

    private void Take(ClockReading reading)
    {
        var bound = node.Value.ClockBound;
        if (!ClockPolicy.IsUsable(reading, bound))
        {
            return;
        }

        leases.Set(reading.Told, reading.At);
        lock (_changing)
        {
            Offset = reading.Offset;
            var off = ClockPolicy.IsOff(_off, reading, bound);
            if (off != _off)
            {
                _off = off;
                if (off)
                {
                    LogOff(logger, reading.Offset.TotalSeconds, bound.TotalSeconds, ClaimedAttempt.LongestClaimAge.TotalSeconds);
                }
                else
                {
                    LogRight(logger, reading.Offset.TotalSeconds);
                }
            }
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The clock of this node is {Seconds:+0.000;-0.000} s off the database's (+ is ahead), more than {Bound} s. Is its time service running? From {Age} s on it withholds calls that other nodes claimed for it"
    )]
    private static partial void LogOff(ILogger logger, double seconds, double bound, double age);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "The clock of this node is right again: {Seconds:+0.000;-0.000} s off the database's"
    )]
    private static partial void LogRight(ILogger logger, double seconds);
}
