namespace Burgernet.Benchmarks.Chaos;

/// <summary>How soon all lines that are not charged to a dead node were busy again after a fault, by the carrier's record and the stored claims.</summary>
/// <param name="Full">From the fault, or from the end of what it took away, until they were; null where they were not in a minute, or before the next fault.</param>
/// <param name="Most">Most lines busy or charged at once in that time.</param>
/// <param name="Left">Calls that were still placed after that minute: with few left there is nothing to fill the lines with.</param>
internal sealed record ChaosRecovery(TimeSpan? Full, int Most, int Left)
{
    private static readonly TimeSpan Watched = TimeSpan.FromMinutes(1);

    /// <summary>Works it out.</summary>
    /// <param name="faults">The faults up to the one that is looked at.</param>
    /// <param name="until">The next fault, or the end of the record, monotonic.</param>
    /// <param name="calls">The record, with the claim of each call.</param>
    /// <param name="attempts">All claims.</param>
    /// <param name="lines">How many lines there are.</param>
    public static ChaosRecovery After(
        IReadOnlyList<ChaosFault> faults,
        TimeSpan until,
        IReadOnlyList<ChaosCall> calls,
        IReadOnlyList<ChaosAttempt> attempts,
        int lines
    )
    {
        var fault = faults[^1];
        var from = fault.TakesANode ? fault.At : fault.Over;
        until = until < from + Watched ? until : from + Watched;
        var clocks = calls[0].Record.Invited.Utc - calls[0].Record.Invited.Monotonic;

        // Of nodes that went, now or before, their open claims count; of the others their calls.
        var gone = faults.Where(earlier => earlier.TakesANode).Select(earlier => earlier.Incarnation!).ToArray();
        bool IsOfTheGone(string incarnation) => Array.Exists(gone, node => incarnation.Contains(node, StringComparison.Ordinal));
        var busy = attempts
            .Where(attempt => IsOfTheGone(attempt.Incarnation))
            .Select(attempt =>
                (
                    From: attempt.ClaimedAt - clocks,
                    Until: (attempt.EndedAt < attempt.Deadline ? attempt.EndedAt.Value : attempt.Deadline) - clocks
                )
            )
            .Concat(
                calls
                    .Where(call => !IsOfTheGone(call.Attempt.Incarnation) && ChaosWitness.Holds(call.Record))
                    .Select(call => (From: call.Record.Invited.Monotonic, Until: call.Record.Ended!.Value.Monotonic))
            )
            .Where(span => span.Until >= from && span.From <= until)
            .ToArray();
        var counts = busy.Select(span => span.From)
            .Where(at => at > from && at <= until)
            .Order()
            .Select(at => (At: at, Lines: busy.Count(span => span.From <= at && span.Until > at)))
            .ToArray();
        return new ChaosRecovery(
            counts.Where(count => count.Lines >= lines).Select(count => (TimeSpan?)count.At).FirstOrDefault() - from,
            counts.Select(count => count.Lines).DefaultIfEmpty().Max(),
            calls.Count(call => call.Record.Invited.Monotonic > until)
        );
    }
}
