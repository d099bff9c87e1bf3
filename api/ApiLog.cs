using Microsoft.Extensions.Logging;

namespace Burgernet.Api;

/// <summary>What the API tells operators. No phone number, no position, no content of an action.</summary>
internal static partial class ApiLog
{
    [LoggerMessage(
        EventId = 1,
        Level = LogLevel.Information,
        Message = "{Act} of action {ActionId} by {ControlRoom}/{Dispatcher}: {Outcome}"
    )]
    public static partial void Acted(ILogger logger, string act, Guid actionId, string controlRoom, string dispatcher, string outcome);

    [LoggerMessage(
        EventId = 5,
        Level = LogLevel.Information,
        Message = "{Act} of participant {ParticipantId} by {ControlRoom}/{Dispatcher}: {Outcome}"
    )]
    public static partial void ActedOnParticipant(
        ILogger logger,
        string act,
        Guid participantId,
        string controlRoom,
        string dispatcher,
        string outcome
    );

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "A request was not let in: {Reason}")]
    public static partial void AccessRefused(ILogger logger, string reason);

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "The cluster did not answer {Method} {Route}")]
    public static partial void ClusterUnavailable(ILogger logger, string method, string route, Exception exception);

    [LoggerMessage(EventId = 4, Level = LogLevel.Error, Message = "{Method} {Route} failed")]
    public static partial void Failed(ILogger logger, string method, string route, Exception exception);

    [LoggerMessage(EventId = 6, Level = LogLevel.Debug, Message = "Action {ActionId}, which is watched, did not answer; soon again")]
    public static partial void NotAsked(ILogger logger, Guid actionId, Exception exception);

    [LoggerMessage(
        EventId = 7,
        Level = LogLevel.Debug,
        Message = "The stream of control room {ControlRoom} does not work; live views are a moment later"
    )]
    public static partial void NotHeard(ILogger logger, string controlRoom, Exception exception);
}
