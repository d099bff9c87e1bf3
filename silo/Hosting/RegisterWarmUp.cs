using Burgernet.Cells;
using Burgernet.Grains.Cells;
using Burgernet.Grains.Participants;

namespace Burgernet.Silo.Hosting;

/// <summary>Fills all cells from one streamed read of the register when the first node of a cluster starts.</summary>
/// <remarks>
/// A cell that was asked before its turn has read for itself and keeps that. Nodes that join later find the cells awake; what dies with a node is
/// read again cell by cell, in groups, as it is asked for. The stream is one state of the register: a cell that was told of a change since then has
/// read for itself, unless the silo where it was told is gone. So when a silo goes meanwhile, what was filled is read again.
/// </remarks>
internal sealed partial class RegisterWarmUp(
    IGrainFactory grains,
    ISubscriptionStore store,
    IClusterMembershipService membership,
    ILocalSiloDetails silo,
    IHostApplicationLifetime lifetime,
    WarmUpProgress progress,
    CellInstruments instruments,
    TimeProvider time,
    ILogger<RegisterWarmUp> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var whenStarted = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        while (!IsOldest() || !await TryFill(stoppingToken))
        {
            if (!IsOldest())
            {
                LogLeftToOthers(logger);
                break;
            }

            await Task.Delay(Pause, time, stoppingToken);
            progress.Restart();
        }

        progress.Finish();
    }

    private async Task<bool> TryFill(CancellationToken stoppingToken)
    {
        try
        {
            await Fill(stoppingToken);
            return true;
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException)
        {
            // Cells read for themselves meanwhile.
            LogFailed(logger, exception);
            return false;
        }
    }

    private async Task Fill(CancellationToken stoppingToken)
    {
        var began = time.GetTimestamp();
        var logged = began;
        var gone = Gone();
        var hours = new HoursPool();
        var regions = new HashSet<ulong>();
        var filled = new List<ulong>();
        await foreach (var batch in store.ReadAll(stoppingToken))
        {
            var fills = new List<Task>();
            foreach (var (cell, subscriptions) in CellRuns.Of(batch))
            {
                fills.Add(grains.GetGrain<IGeoCellWarmUp>((long)cell).Fill(PackedCell.Of(subscriptions, hours)).AsTask());
                filled.Add(cell);
                regions.Add(CellMask.RegionOf(cell));
            }

            await Task.WhenAll(fills);
            progress.Filled(fills.Count, batch.Count);
            instruments.CellsFilled(fills.Count, batch.Count);
            if (time.GetElapsedTime(logged) >= LogInterval)
            {
                logged = time.GetTimestamp();
                LogProgress(logger, progress.Subscriptions, progress.Cells);
            }
        }

        foreach (var region in regions)
        {
            await grains.GetGrain<IRegionGrain>((long)region).Population();
        }

        if (Gone() != gone)
        {
            LogReadAgain(logger, filled.Count);
            foreach (var cells in filled.Chunk(500))
            {
                await Task.WhenAll(cells.Select(cell => grains.GetGrain<IGeoCellGrain>((long)cell).Reload()));
            }
        }

        var seconds = time.GetElapsedTime(began).TotalSeconds;
        LogDone(logger, progress.Subscriptions, progress.Cells, regions.Count, seconds);
    }

    private bool IsOldest() =>
        membership.CurrentSnapshot.Members.Values.All(member =>
            member.Status is not (SiloStatus.Active or SiloStatus.Joining)
            || member.SiloAddress.Equals(silo.SiloAddress)
            || (member.SiloAddress.Generation, member.SiloAddress.ToString()).CompareTo(
                (silo.SiloAddress.Generation, silo.SiloAddress.ToString())
            ) > 0
        );

    private int Gone() => membership.CurrentSnapshot.Members.Values.Count(member => member.Status.IsTerminating());

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Bringing the register into memory: {Subscriptions} subscriptions in {Cells} cells so far"
    )]
    private static partial void LogProgress(ILogger logger, long subscriptions, int cells);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "The register is in memory: {Subscriptions} subscriptions in {Cells} cells of {Regions} regions, after {Seconds:F1} s"
    )]
    private static partial void LogDone(ILogger logger, long subscriptions, int cells, int regions, double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "An older node of the cluster brings the register into memory")]
    private static partial void LogLeftToOthers(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "A silo went away meanwhile: {Cells} cells are read again")]
    private static partial void LogReadAgain(ILogger logger, int cells);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The register could not be brought into memory; cells read for themselves until it is tried again"
    )]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
