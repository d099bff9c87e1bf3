namespace Burgernet.Tests.Unit.Signalling.Fuzz;

/// <summary>What came of a run; that there is one means that nothing threw.</summary>
/// <param name="Refused">Inputs that the parser refused.</param>
/// <param name="Incoming">Inputs that became incoming calls.</param>
/// <param name="Placed">Calls that were placed into the noise.</param>
/// <param name="Answered">Placed calls that were answered.</param>
/// <param name="LateAnswered">Of these, in the last tenth of the inputs: what fills up by itself shows here.</param>
/// <param name="Ended">Placed calls whose end was told; each exactly once.</param>
/// <param name="Left">Transactions and calls that are left once all timers ran out.</param>
/// <param name="EarlyHeap">Bytes on the heap after a tenth of the inputs.</param>
/// <param name="MiddleHeap">Bytes on the heap after half of them.</param>
/// <param name="LateHeap">Bytes on the heap at the end.</param>
internal sealed record FuzzResult(
    long Refused,
    long Incoming,
    long Placed,
    long Answered,
    long LateAnswered,
    long Ended,
    int Left,
    long EarlyHeap,
    long MiddleHeap,
    long LateHeap
);
