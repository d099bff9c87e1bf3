namespace Burgernet.Actions;

/// <summary>That a tip stands in the dossier.</summary>
/// <param name="Id">The tip's id.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Sequence">Its place in the action's own chain.</param>
/// <param name="Dispatcher">Who wrote it down, or <c>system</c>.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Urgent">Whether it is to be read first.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.tip-receipt")]
public sealed record TipReceipt(
    [property: Id(0)] Guid Id,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] long Sequence,
    [property: Id(3)] string Dispatcher,
    [property: Id(4)] TipChannel Channel = TipChannel.Dispatcher,
    [property: Id(5)] bool Urgent = false
);
