using Burgernet.Cells;
using Burgernet.Participants;
using Microsoft.Extensions.Logging;

namespace Burgernet.Grains.Participants;

/// <summary>Tells cells and regions of changes. Telling again does no harm.</summary>
public sealed partial class ChangeTeller(IGrainFactory grains, ILogger<ChangeTeller> logger)
{
    /// <summary>Tells everyone who must know: each cell once, then each region once.</summary>
    /// <param name="changes">The changes.</param>
    /// <returns>The numbers of those that everyone knows of; the others must be told again.</returns>
    public async Task<IReadOnlyCollection<long>> Tell(IReadOnlyCollection<UntoldChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var byCell = changes
            .SelectMany(change =>
                change.Cells.Select(cell => (Cell: cell, Change: new ParticipantVersion(change.ParticipantId, change.Version)))
            )
            .GroupBy(part => part.Cell, part => part.Change)
            .ToArray();
        var told = await Task.WhenAll(byCell.Select(cell => Try(cell.Key, () => Cell(cell.Key).Apply([.. cell]))));
        var known = byCell.Select(cell => cell.Key).Where((_, i) => told[i]).ToHashSet();

        // Regions after cells: whoever finds a cell in a region finds the people in the cell.
        var byRegion = known.GroupBy(cell => CellMask.RegionOf(cell)).ToArray();
        var counted = await Task.WhenAll(byRegion.Select(region => Try(region.Key, () => Region(region.Key).Recount([.. region]))));
        known.ExceptWith(byRegion.Where((_, i) => !counted[i]).SelectMany(region => region));
        return [.. changes.Where(change => change.Cells.All(known.Contains)).Select(change => change.Sequence)];
    }

    private IGeoCellGrain Cell(ulong cell) => grains.GetGrain<IGeoCellGrain>((long)cell);

    private IRegionGrain Region(ulong region) => grains.GetGrain<IRegionGrain>((long)region);

    private async Task<bool> Try(ulong place, Func<Task> tell)
    {
        try
        {
            await tell();
            return true;
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException)
        {
            LogNotTold(logger, exception, place);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Cell or region {Place:x} did not take in a change; it is told again")]
    private static partial void LogNotTold(ILogger logger, Exception exception, ulong place);
}
