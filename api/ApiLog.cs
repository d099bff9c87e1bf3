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
}
