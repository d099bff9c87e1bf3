using Burgernet.Webhooks;
using Microsoft.Extensions.Logging;

namespace Burgernet.Grains.Webhooks;

/// <summary>What a webhook logs. Never its address, which may hold a secret.</summary>
internal sealed partial class WebhookGrain
{
    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Webhook {Webhook} did not take entry {Sequence} of action {ActionId} (try {Try}): {Failure} {Status}"
    )]
    private static partial void LogNotTaken(
        ILogger logger,
        string webhook,
        Guid actionId,
        long sequence,
        int @try,
        WebhookFailure failure,
        int? status
    );

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Webhook {Webhook} did not take {Count} entries of action {ActionId}, up to {Sequence}: they are given up"
    )]
    private static partial void LogGivenUp(ILogger logger, string webhook, Guid actionId, int count, long sequence);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Webhook {Webhook} said that it is gone, and gets nothing any more; give it another Name or Url to start anew"
    )]
    private static partial void LogStillGone(ILogger logger, string webhook);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook {Webhook} cannot read or mark what it sends; soon again")]
    private static partial void LogAway(ILogger logger, Exception exception, string webhook);

    [LoggerMessage(Level = LogLevel.Information, Message = "Webhook {Webhook} is sent to from elsewhere now; this activation stops")]
    private static partial void LogReplaced(ILogger logger, string webhook);
}
