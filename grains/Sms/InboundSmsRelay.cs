using Burgernet.Grains.Actions;
using Burgernet.Grains.Participants;
using Burgernet.Sms;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Sms;

/// <summary>Has messages dealt with: new ones at once, and what a crash or an absent database left when it is due. It may run on several nodes at once.</summary>
internal sealed partial class InboundSmsRelay(
    IInboundSmsStore store,
    SmsQueue queue,
    IGrainFactory grains,
    IOptions<InboundSmsOptions> options,
    TimeProvider time,
    ILogger<InboundSmsRelay> logger
)
{
    private const int AtOnce = 8;
    private const int Page = 500;
    private static readonly TimeSpan BetweenTidying = TimeSpan.FromHours(1);

    private DateTimeOffset _tidyAt = DateTimeOffset.MinValue;

    /// <summary>Deals with whom the queue names, until it is cancelled.</summary>
    public Task Work(CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            queue.ReadAll(cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (sender, _) => await Handle(sender)
        );

    /// <summary>Looks once for what waits, and forgets what is old.</summary>
    public async Task Scan()
    {
        try
        {
            var now = HashChain.Now(time);

            // While more waits here than a page, the scan would only name the same again.
            if (queue.Count < Page)
            {
                foreach (var sender in await store.ReadDue(now, Page))
                {
                    queue.Add(sender);
                }
            }

            if (now >= _tidyAt)
            {
                while (await store.Forget(now - options.Value.Kept, Page) == Page)
                {
                    // There may be more of them.
                }

                _tidyAt = now + BetweenTidying;
            }
        }
        catch (StoreUnavailableException exception)
        {
            LogAway(logger, exception);
        }
    }

    private async Task Handle(LookupHash sender)
    {
        try
        {
            await grains.GetGrain<ISmsSenderGrain>(Convert.ToHexStringLower(sender.ToBytes())).Handle();
        }
        catch (Exception exception)
        {
            // Whatever it is, it waits for the next scan; a node that calls people does not stop for it.
            LogNotHandled(logger, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Text messages that wait cannot be read; soon again")]
    private static partial void LogAway(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Text messages of somebody could not be dealt with; soon again")]
    private static partial void LogNotHandled(ILogger logger, Exception exception);
}
