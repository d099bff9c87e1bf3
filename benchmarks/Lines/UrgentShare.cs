using Burgernet.Practice;

namespace Burgernet.Benchmarks.Lines;

/// <summary>Which action got the lines after an urgent one had started, by what the carrier saw.</summary>
internal sealed record UrgentShare
{
    /// <summary>Calls of the urgent action that were counted.</summary>
    public required int Urgent { get; init; }

    /// <summary>Calls of the big action from the start of the urgent one until its last counted call.</summary>
    public required int Big { get; init; }

    /// <summary>Of those, how many left before the urgent action's first.</summary>
    public required int BigBeforeFirst { get; init; }

    /// <summary>From the start to the urgent action's first INVITE.</summary>
    public required TimeSpan First { get; init; }

    /// <summary>From the start to its last counted INVITE.</summary>
    public required TimeSpan Last { get; init; }

    /// <summary>The urgent action's share of the lines freed.</summary>
    public double Share => Urgent + Big == 0 ? 0 : Urgent / (double)(Urgent + Big);

    /// <summary>Works it out.</summary>
    /// <param name="records">The carrier's record.</param>
    /// <param name="urgentCalls">The Call-IDs of the urgent action's claims.</param>
    /// <param name="start">When it had started, monotonic.</param>
    /// <param name="calls">Its first so many calls count.</param>
    public static UrgentShare Of(IEnumerable<PracticeCallRecord> records, IReadOnlySet<string> urgentCalls, TimeSpan start, int calls)
    {
        var after = records.Where(call => call.Invited.Monotonic >= start).OrderBy(call => call.Invited.Monotonic).ToArray();
        var urgent = Array.FindAll(after, call => urgentCalls.Contains(Token(call))).Take(calls).ToArray();
        var (first, last) = urgent.Length == 0 ? (start, start) : (urgent[0].Invited.Monotonic, urgent[^1].Invited.Monotonic);
        var big = Array.FindAll(after, call => !urgentCalls.Contains(Token(call)) && call.Invited.Monotonic <= last);
        return new UrgentShare
        {
            Urgent = urgent.Length,
            Big = big.Length,
            BigBeforeFirst = big.Count(call => call.Invited.Monotonic < first),
            First = first - start,
            Last = last - start,
        };
    }

    /// <summary>What the claim names: on the wire our address follows it (RFC 3261 §25.1, callid = word [ "@" word ]).</summary>
    private static string Token(PracticeCallRecord call) => call.CallId.Split('@')[0];
}
