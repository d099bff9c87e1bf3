using Microsoft.Extensions.Logging;

namespace Burgernet.Grains.Participants;

/// <summary>Puts the locations of the register into the configured borders when these are others than before, page by page, while everything else goes on. Can be cut off and goes on where it was.</summary>
/// <remarks>
/// Cells and selections know nothing of municipalities: no version changes, and nobody need be told. Whoever moves meanwhile is put into the new borders
/// by their own change, which this does not undo: it writes only where the point is the one that it looked at. And a change that read the old
/// codes writes the new ones: <see cref="ParticipantRows.Settle"/>.
/// </remarks>
public sealed partial class BorderSettlement(IBorderStore store, IBorders borders, ILogger<BorderSettlement> logger)
{
    private const int Page = 2_000;

    /// <summary>Runs until every location is in the configured borders; at once when it is so already.</summary>
    /// <returns>How many were changed.</returns>
    /// <exception cref="Actions.StoreUnavailableException">The store did not answer; begin again later.</exception>
    public async Task<long> Run(CancellationToken cancellationToken)
    {
        var version = borders.Version ?? "";
        var progress = await store.ReadProgress();
        if (progress is { Done: true } && progress.Version == version)
        {
            return 0;
        }

        if (progress is null && borders.Version is null)
        {
            // There never were any: what stands there, somebody else put there.
            return 0;
        }

        var total = 0L;
        var after = progress?.Version == version ? progress.After : null;
        while (await store.ReadLocations(after, Page) is { Count: > 0 } page)
        {
            cancellationToken.ThrowIfCancellationRequested();
            after = page[^1].ParticipantId;
            total += await store.Settle(
                [
                    .. page.Select(location => location with { Borders = borders.Find(location.Point) })
                        .Where((location, i) => location.Borders != page[i].Borders),
                ],
                new BorderProgress(version, after, Done: false)
            );
        }

        await store.Settle([], new BorderProgress(version, after, Done: true));
        LogSettled(logger, total);
        return total;
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "The borders are others than before: {Count} locations are in another municipality or district now"
    )]
    private static partial void LogSettled(ILogger logger, long count);
}
