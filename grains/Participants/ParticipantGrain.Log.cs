using Burgernet.Participants;
using Microsoft.Extensions.Logging;

namespace Burgernet.Grains.Participants;

/// <summary>What a participant logs: ids and codes, nothing of what they told.</summary>
internal sealed partial class ParticipantGrain
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Participant {ParticipantId}: {Change}, version {Version}, {Status}")]
    private static partial void LogChanged(ILogger logger, Guid participantId, string change, long version, ParticipantStatus status);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Participant {ParticipantId}: {Change} refused, {Code} and {Count} reasons in all")]
    private static partial void LogRefused(ILogger logger, Guid participantId, string change, ParticipantRefusalCode code, int count);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Participant {ParticipantId} could not tell of version {Version}, or not note that it did; the relay does"
    )]
    private static partial void LogUntold(ILogger logger, Exception exception, Guid participantId, long version);
}
