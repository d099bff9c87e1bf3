using Microsoft.Extensions.Logging;

namespace Burgernet.Grains.Dialing;

/// <summary>What a lane logs.</summary>
internal sealed partial class LaneGrain
{
    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Lane {Lane} of action {ActionId} is back: {Deliveries} deliveries, {Orphans} calls of dead dialers"
    )]
    private static partial void LogRestored(ILogger logger, Guid actionId, int lane, int deliveries, int orphans);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Lane {Lane} of action {ActionId} could not store a step and starts again from the store"
    )]
    private static partial void LogWriteFailed(ILogger logger, Exception exception, Guid actionId, int lane);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Action {ActionId} cannot call participant {ParticipantId}: their number does not open"
    )]
    private static partial void LogUnreadable(ILogger logger, Exception exception, Guid actionId, Guid participantId);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Lane {Lane} could not report to action {ActionId}")]
    private static partial void LogReportFailed(ILogger logger, Exception exception, Guid actionId, int lane);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Dialer {Dialer} did not answer; its calls of action {ActionId} count as lost")]
    private static partial void LogDialerGone(ILogger logger, Exception exception, string dialer, Guid actionId);
}
