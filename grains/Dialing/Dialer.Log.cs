using Burgernet.Dialing;
using Microsoft.Extensions.Logging;

namespace Burgernet.Grains.Dialing;

/// <summary>What a dialer logs.</summary>
internal abstract partial class Dialer
{
    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Dialer of {Carrier} has no share of its limits; it starts nothing until it has one"
    )]
    private static partial void LogNoLease(ILogger logger, Exception exception, string carrier);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Action {ActionId} gave no permission to start")]
    private static partial void LogNoPermission(ILogger logger, Exception exception, Guid actionId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Lane {Lane} of action {ActionId} gave no work; it is asked again")]
    private static partial void LogPullFailed(ILogger logger, Exception exception, Guid actionId, int lane);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Reports} reports to lane {Lane} of action {ActionId} are not stored yet; they are offered again"
    )]
    private static partial void LogReportFailed(ILogger logger, Exception exception, int reports, Guid actionId, int lane);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Carrier {Carrier} failed an attempt ({End}, {Status}); it rests for {Seconds} s, then one tries it"
    )]
    private static partial void LogRests(ILogger logger, string carrier, CallEnd end, int status, double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Carrier {Carrier} handled the one that tried it: it is used again")]
    private static partial void LogTakesCallsAgain(ILogger logger, string carrier);

    [LoggerMessage(Level = LogLevel.Information, Message = "Dialer of {Carrier} drains: {Calls} under way")]
    private static partial void LogDraining(ILogger logger, string carrier, int calls);
}
