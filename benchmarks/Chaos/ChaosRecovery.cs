namespace Burgernet.Benchmarks.Chaos;

/// <summary>How soon all lines that are not charged to a dead node were busy again after a fault, by the carrier's record and the stored claims.</summary>
/// <param name="Full">From the fault, or from the end of what it took away, until they were; null where they were not in a minute, or before the next fault.</param>
/// <param name="Left">Calls that were still placed after that minute: with few left there is nothing to fill the lines with.</param>
internal sealed record ChaosRecovery(TimeSpan? Full, int Left)
{
    private static readonly TimeSpan Watched = TimeSpan.FromMinutes(1);

    /// <summary>Works it out.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="until">The next fault, or the end of the record, monotonic.</param>
    /// <param name="calls">The record, with the claim of each call.</param>
    /// <param name="attempts">All claims.</param>
    /// <param name="lines">How many lines there are.</param>
    public static ChaosRecovery After(
        ChaosFault fault,
        TimeSpan until,
        IReadOnlyList<ChaosCall> calls,
        IReadOnlyList<ChaosAttempt> attempts,
        int lines
    )
    {
        var nodeIsAway = fault.Kind is ChaosFaultKind.Kill or ChaosFaultKind.Freeze;
        var from = nodeIsAway ? fault.At : fault.Over;
        until = until < from + Watched ? until : from + Watched;
        var clocks = calls[0].Record.Invited.Utc - calls[0].Record.Invited.Monotonic;
        bool IsOfTheDead(string incarnation) => nodeIsAway && incarnation.Contains(fault.Incarnation!, StringComparison.Ordinal);
        var ended = calls
            .Where(call => call.Record.Ended!.Value.Monotonic <= fault.At)
            .Select(call => call.Attempt.CallId)
            .ToHashSet(StringComparer.Ordinal);
        var charged = attempts
            .Where(attempt => IsOfTheDead(attempt.Incarnation) && !ended.Contains(attempt.CallId) && attempt.ClaimedAt <= clocks + fault.At)
            .Select(attempt => (attempt.EndedAt < attempt.Deadline ? attempt.EndedAt.Value : attempt.Deadline) - clocks)
            .ToArray();
        var others = calls
            .Where(call => !IsOfTheDead(call.Attempt.Incarnation) && call.Record.Ended!.Value.Monotonic >= from)
            .Select(call => (From: call.Record.Invited.Monotonic, Until: call.Record.Ended!.Value.Monotonic))
            .ToArray();
        var full = others
            .Select(call => call.From)
            .Where(at => at > from && at <= until)
            .Order()
            .Cast<TimeSpan?>()
            .FirstOrDefault(at =>
                others.Count(call => call.From <= at && call.Until > at) + charged.Count(released => at < released) >= lines
            );
        return new ChaosRecovery(full - from, calls.Count(call => call.Record.Invited.Monotonic > until));
    }
}
