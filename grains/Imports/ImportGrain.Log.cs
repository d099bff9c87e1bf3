using Burgernet.Imports;
using Microsoft.Extensions.Logging;

namespace Burgernet.Grains.Imports;

/// <summary>What an import logs: counts, never what stands in a row.</summary>
internal sealed partial class ImportGrain
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Import {ImportId} by {ControlRoom}/{By} from source {Source} begins")]
    private static partial void LogBegun(ILogger logger, Guid importId, string controlRoom, string by, string source);

    [LoggerMessage(Level = LogLevel.Information, Message = "Import {ImportId} has its file: {Rows} rows, {Refused} of them refused")]
    private static partial void LogTaken(ILogger logger, Guid importId, int rows, int refused);

    [LoggerMessage(Level = LogLevel.Information, Message = "Import {ImportId} ends without a file: {State} {Problem}")]
    private static partial void LogNotTaken(ILogger logger, Guid importId, ImportState state, ImportFileProblemCode? problem);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Import {ImportId} is {State}: {Added} added, {Changed} changed, {Unchanged} unchanged, {Refused} refused"
    )]
    private static partial void LogEnded(
        ILogger logger,
        Guid importId,
        ImportState state,
        int added,
        int changed,
        int unchanged,
        int refused
    );

    [LoggerMessage(Level = LogLevel.Warning, Message = "Import {ImportId} could not go on for now and tries again")]
    private static partial void LogTurnFailed(ILogger logger, Exception exception, Guid importId);
}
