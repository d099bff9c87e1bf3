using System.Globalization;
using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Chaos;

/// <summary>A run as a section of the report.</summary>
internal static class ChaosReport
{
    private const int MostListed = 200;

    /// <summary>A claim is good for 2 s; its INVITE may be some time on its way, and in the carrier's socket.</summary>
    private static readonly TimeSpan OldestClaim = TimeSpan.FromSeconds(2.5);

    public static RunSection Section(
        ChaosPlan plan,
        ChaosOutcome outcome,
        IReadOnlyList<ChaosFault> faults,
        int selected,
        (int ExitCode, string Output) verified
    )
    {
        var witness = outcome.Witness;
        var began = witness.Calls.Min(call => call.Invited.Monotonic);
        var recoveries = faults.Select((fault, i) => (Fault: fault, Recovery: outcome.Recovery(i, plan.Lines))).ToArray();
        var late = recoveries.Count(fault =>
            fault.Recovery.Full is var full && !(full <= ChaosRecovery.Within) && fault.Recovery.Left >= plan.Lines
        );
        return new RunSection
        {
            Name = plan.AnySpeed ? "small" : "large",
            Title = $"{plan.People} people, {plan.Nodes} nodes, seed {plan.Seed}",
            Command = FormattableString.Invariant(
                $"dotnet run -c Release --project benchmarks -- chaos --people {plan.People} --nodes {plan.Nodes} --seed {plan.Seed} --lines {plan.Lines} --rate {plan.CallsPerSecond} --message {plan.Message.TotalSeconds}"
            ),
            Method =
                $"{plan}. PostgreSQL (a server of its own, fsync on), each node and the practice carrier are processes of their own. An ordinary action (theft, 10 km) and an urgent one (missing child, 4 km) call at once; between the faults lie at least {plan.Between.TotalSeconds:0.#} s. "
                + $"A frozen node stands still for {plan.Frozen.TotalSeconds:0.#} s; in trouble the trunk answers 503 for {plan.Trouble.TotalSeconds:0.#} s; PostgreSQL is stopped as in a crash and started again. Calls are those of the carrier's own record, by its own clock; whose they are follows from their Call-ID, which the claims name. "
                + "Lines are full when the carrier's calls, those of nodes that went left out, and the open claims of nodes that went come to all lines: counted from the fault where a node went away, else from its end; looked at until the next fault, a minute at most. Fewest lines are those in the first 15 s, full again they are when all are after that.",
            Columns =
            [
                "fault",
                "node",
                "began s",
                "lasted s",
                "answers stored by then",
                "fewest lines",
                "full after s",
                "lines from 15 s on",
            ],
            Rows =
            [
                .. recoveries.Select(fault =>
                    (IReadOnlyList<string>)
                        [
                            fault.Fault.Kind.ToString(),
                            fault.Fault.Node?.ToString(CultureInfo.InvariantCulture) ?? "",
                            Seconds(fault.Fault.At - began),
                            Seconds(fault.Fault.Over - fault.Fault.At),
                            Whole(fault.Fault.Answered.Count),
                            Whole(fault.Recovery.Fewest),
                            fault.Recovery.Full is { } full ? Seconds(full)
                            : fault.Recovery.Left < plan.Lines ? "too few were left to call"
                            : "not in time",
                            fault.Recovery.Then is { } then ? then.ToString("F1", CultureInfo.InvariantCulture) : "",
                        ]
                ),
            ],
            Gates =
            [
                new Gate("deliveries, of the selected", Whole(selected), Whole(outcome.Deliveries), outcome.Deliveries == selected),
                Zero("lost: deliveries without a result", outcome.Lost),
                Zero("deliveries of which witness and dossier tell different things", outcome.Disagreements.Count),
                Zero("called after an answer that was stored when a fault came", outcome.CalledAfterAnswer),
                Zero("spoken to twice and not marked as dialled again", outcome.SpokenToTwiceUnmarked),
                Zero("calls without a stored claim", outcome.Unclaimed),
                Zero("claims of deliveries that are not in the dossier", outcome.Unknown),
                Zero($"INVITEs later than {OldestClaim.TotalSeconds:0.0} s after their claim", outcome.ClaimsOlderThan(OldestClaim)),
                Most("calls at once", plan.Lines, witness.MostAtOnce),
                Most($"calls at once to {plan.Prefix}", plan.PrefixLines, witness.MostAtOnceTo(plan.Prefix)),
                Most("INVITEs in any window of one second", plan.ContractCallsPerSecond, witness.MostInASecond),
                Zero("calls that the carrier refused for its limits", witness.BeyondLimits),
                new Gate("dossiers, by verify", "unbroken", verified.ExitCode == 0 ? "unbroken" : "broken", verified.ExitCode == 0),
                new Gate(
                    $"faults after which lines were not full within {ChaosRecovery.Within.TotalSeconds:0} s",
                    "0",
                    Whole(late),
                    late == 0,
                    plan.AnySpeed
                ),
            ],
            Notes =
            [
                $"Results: {string.Join(", ", outcome.Results.Select(result => $"{result.Key} {Whole(result.Value)}"))}. {Whole(witness.Calls.Count)} INVITEs. The oldest claim at its INVITE was {outcome.OldestClaim.TotalMilliseconds:F0} ms old.",
                $"Dialled again: {Whole(outcome.Redialled.Count)}; spoken to twice among them: {Whole(outcome.SpokenToTwice)}, in calls whose answer was not stored when their node died. {string.Join("; ", outcome.Redialled.Take(MostListed))}",
            ],
            Figures = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["faults"] = faults.Count,
                ["redialled"] = outcome.Redialled.Count,
                ["oldest claim ms"] = outcome.OldestClaim.TotalMilliseconds,
                ["most calls at once"] = witness.MostAtOnce,
                ["most INVITEs in a second"] = witness.MostInASecond,
            },
        };
    }

    private static Gate Zero(string what, int seen) => new(what, "0", Whole(seen), seen == 0);

    private static Gate Most(string what, int limit, int seen) => new(what, $"≤ {Whole(limit)}", Whole(seen), seen <= limit);

    private static string Whole(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
}
