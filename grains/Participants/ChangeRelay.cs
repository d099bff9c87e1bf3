using Burgernet.Grains.Actions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Participants;

/// <summary>Tells of changes that a crash, or a cell that did not answer, left untold; and forgets entries that nobody needs any more.</summary>
/// <remarks>A page of changes is all that it holds. It may run on several nodes at once: telling again does no harm.</remarks>
public sealed partial class ChangeRelay(
    IParticipantStore store,
    ChangeTeller teller,
    RegisterInstruments instruments,
    IOptions<RegisterOptions> options,
    TimeProvider time,
    ILogger<ChangeRelay> logger
)
{
    private const int Page = 256;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private TimeSpan _pause = options.Value.RelayInterval;

    /// <summary>Goes through all untold changes once.</summary>
    /// <returns>How long to wait before the next time: longer each time that something could not be told.</returns>
    public async Task<TimeSpan> Sweep()
    {
        var complete = false;
        try
        {
            complete = await TellAll();
            while (await store.ForgetTold(time.GetUtcNow() - options.Value.OperationsKept, Page) == Page)
            {
                // There may be more of them.
            }
        }
        catch (StoreUnavailableException exception)
        {
            LogStoreAway(logger, exception);
            complete = false;
        }

        _pause = complete ? options.Value.RelayInterval : TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, LongestPause.Ticks));
        return _pause;
    }

    private async Task<bool> TellAll()
    {
        var before = time.GetUtcNow() - options.Value.RelayGrace;
        var after = 0L;
        var complete = true;
        while (await store.ReadUntold(after, before, Page) is { Count: > 0 } page)
        {
            var told = await teller.Tell(page);
            if (told.Count > 0)
            {
                await store.MarkTold(told);
                instruments.Relayed(told.Count);
            }

            // What could not be told must not keep the rest waiting: it has its turn in the next sweep.
            complete &= told.Count == page.Count;
            LogRelayed(logger, told.Count, page.Count - told.Count);
            after = page[^1].Sequence;
        }

        return complete;
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Told} changes of the register that had not been told were told now, {Left} could not be"
    )]
    private static partial void LogRelayed(ILogger logger, int told, int left);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The changes that were not told cannot be read or marked; later again")]
    private static partial void LogStoreAway(ILogger logger, Exception exception);
}
