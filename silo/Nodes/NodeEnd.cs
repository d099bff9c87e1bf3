using Burgernet.Silo.Gateways;

namespace Burgernet.Silo.Nodes;

/// <summary>What the node does last when Orleans says that it must not go on: the others have declared it dead, or something broke that cannot be mended.</summary>
/// <remarks>
/// Its grains stand elsewhere by now, so nothing that it knows may be stored, and nobody may be called. But people may still be on its lines: they are hung up on instead of
/// being left in silence, and the carrier has its lines back. What became of their calls is told to nobody: the others have settled the claims of a dead node, or will
/// (<c>docs/failures.md</c>). Orleans by itself would wait for two seconds and then end the process without a word to them.
/// </remarks>
/// <param name="trunks">Whose calls are ended.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where it is said.</param>
/// <param name="die">Ends the process at once, with a reason.</param>
internal sealed partial class NodeEnd(OpenTrunks trunks, TimeProvider time, ILogger<NodeEnd> logger, Action<string> die)
    : IFatalErrorHandler
{
    /// <summary>How long a BYE or CANCEL is waited for that the carrier does not answer: less than the two seconds of Orleans, which also let the log be written.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(1.5);

    private readonly Lock _ending = new();

    /// <inheritdoc/>
    public bool IsUnexpected(Exception exception) => exception is not ThreadAbortException;

    /// <inheritdoc/>
    public void OnFatalException(object? sender = null, string? context = null, Exception? exception = null)
    {
        // Whoever comes second waits: the process must not end under the first.
        lock (_ending)
        {
            LogEnds(logger, exception, context);
            Task.WaitAny(HangUp(), Task.Delay(Limit, time));
            die($"The node ends itself: {context ?? exception?.Message}");
        }
    }

    private async Task HangUp()
    {
        try
        {
            await trunks.Abandon();
        }
        catch (Exception exception)
        {
            // Whatever the reason: it ends without a word then, as it would have.
            LogNotHungUp(logger, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The node ends itself: {Context}. Calls that it still has are hung up")]
    private static partial void LogEnds(ILogger logger, Exception? exception, string? context);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Calls could not be hung up; the carrier takes them down when it has heard nothing for long"
    )]
    private static partial void LogNotHungUp(ILogger logger, Exception exception);
}
