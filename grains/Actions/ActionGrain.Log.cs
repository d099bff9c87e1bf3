using Microsoft.Extensions.Logging;

namespace Burgernet.Grains.Actions;

/// <summary>What an action logs.</summary>
internal sealed partial class ActionGrain
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Action {ActionId}: whoever told a tip could not be thanked")]
    private static partial void LogNotThanked(ILogger logger, Exception exception, Guid actionId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Action {ActionId}: {Type} (event {Sequence})")]
    private static partial void LogHappened(ILogger logger, Guid actionId, string type, long sequence);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Action {ActionId} could not store {Type}")]
    private static partial void LogNotStored(ILogger logger, Exception exception, Guid actionId, string type);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Action {ActionId} could not read what is stored of it")]
    private static partial void LogNotRead(ILogger logger, Exception exception, Guid actionId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The selection of action {ActionId} did not come through; it begins again")]
    private static partial void LogSelectionFailed(ILogger logger, Exception exception, Guid actionId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Action {ActionId} could not finish its housekeeping; it tries again")]
    private static partial void LogHousekeepingFailed(ILogger logger, Exception exception, Guid actionId);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Action {ActionId} could not tell who watches it; they ask by themselves")]
    private static partial void LogNotTold(ILogger logger, Exception exception, Guid actionId);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Action {ActionId} could not tell every dialer that it is {Type}; it tells them again"
    )]
    private static partial void LogNotTold(ILogger logger, Exception exception, Guid actionId, string type);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Action {ActionId}: a stop or pause holds, and is not told to all dialers and stored within {Milliseconds} ms; that goes on"
    )]
    private static partial void LogNotSettled(ILogger logger, Guid actionId, int milliseconds);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Action {ActionId} is {Status} already: {Type} was accepted and is not recorded any more"
    )]
    private static partial void LogOvertaken(ILogger logger, Guid actionId, string type, Burgernet.Actions.ActionStatus status);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Action {ActionId} is not closed: the tables hold {People} people and {Rows} deliveries, its lanes {Deliveries}, or a result that is none"
    )]
    private static partial void LogNotReconciled(ILogger logger, Guid actionId, int people, int rows, int deliveries);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Action {ActionId} (practice: {Practice}) has no carrier: none of that kind is configured for control room {ControlRoom}; its deliveries wait"
    )]
    private static partial void LogNoCarrier(ILogger logger, Guid actionId, bool practice, string controlRoom);
}
