namespace Burgernet.Benchmarks.Chaos;

/// <summary>How soon all lines that are not charged to a dead node were busy again after a fault, by the carrier's record and the stored claims.</summary>
/// <param name="Fewest">Fewest lines busy or charged in the time that they have to be full again in.</param>
/// <param name="Full">From the fault, or from the end of what it took away, until all were again after that; zero where never more than a tenth was missing, null where they were not in a minute, or before the next fault.</param>
/// <param name="Then">Lines busy or charged from the end of that time until the next fault, on average; null where there was no such time.</param>
/// <param name="Left">Calls that were still placed after that: with few left there is nothing to fill the lines with.</param>
internal sealed record ChaosRecovery(int Fewest, TimeSpan? Full, double? Then, int Left)
{
    /// <summary>The time that lines have to be full again in.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Watched = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

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
        int LinesAt(TimeSpan at) => busy.Count(span => span.From <= at && span.Until > at);

        var looks = Enumerable
            .Range(0, Math.Max(0, (int)((until - from) / Step)))
            .Select(step => from + (step * Step))
            .Select(at => (At: at, Lines: LinesAt(at)))
            .ToArray();
        var fewest = looks.Where(look => look.At <= from + Within).DefaultIfEmpty((At: from, Lines: 0)).MinBy(look => look.Lines);
        var full =
            fewest.Lines >= lines - (lines / 10)
                ? from
                : busy.Select(span => span.From)
                    .Where(at => at >= fewest.At && at <= until)
                    .Order()
                    .Cast<TimeSpan?>()
                    .FirstOrDefault(at => LinesAt(at!.Value) >= lines);
        var then = looks.Where(look => look.At > from + Within).ToArray();
        return new ChaosRecovery(
            fewest.Lines,
            full - from,
            then.Length == 0 ? null : then.Average(look => look.Lines),
            calls.Count(call => call.Record.Invited.Monotonic > until)
        );
    }
}
