using System.Globalization;
using Burgernet.Benchmarks.Reports;
using Burgernet.Benchmarks.Storage;
using Burgernet.Practice;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Scale;

/// <summary>Stops actions while all nodes call, and looks when the last INVITE came.</summary>
internal static class StopRun
{
    private const double Everyone = 10_000;
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Longer than the guarantee, before it is said that nothing came after.</summary>
    private static readonly TimeSpan Listen = TimeSpan.FromSeconds(2.5);

    private static readonly string[] Ways = ["finish", "cut"];

    public static async Task<int> Run(ScalePlan plan, int nodes, int rate, int rounds, RunReport report, bool anySpeed, bool save)
    {
        await using var server = await PostgresCluster.Start(PostgresPrograms.Folder);
        await using var cluster = await NodeCluster.Start(plan, nodes, server);
        await cluster.UntilWarm();
        var done = new List<StopRound>();
        for (var round = 0; round < rounds * Ways.Length; round++)
        {
            done.Add(await Stop(cluster, plan, rate, Ways[round % Ways.Length]));
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{done[^1].Calls}: {done[^1].Rate}/s, last INVITE {done[^1].LastInvite.TotalMilliseconds:F0} ms after the request"
                )
            );
        }

        return report.Write(Section(plan, nodes, rate, done, anySpeed), save);
    }

    private static async Task<StopRound> Stop(NodeCluster cluster, ScalePlan plan, int rate, string how)
    {
        var action = await cluster.Draft("theft", Everyone, plan.Message);
        var began = Now();
        await cluster.Start(action);
        while (cluster.Calls.Count(call => call.Invited.Monotonic >= Now() - TimeSpan.FromSeconds(1)) < rate)
        {
            if (Now() - began > Patience)
            {
                throw new TimeoutException($"There were not {rate} calls a second within {Patience}");
            }

            await Task.Delay(Look, TimeProvider.System);
        }

        var asked = Now();
        await cluster.Stop(action, how);
        var answered = Now();
        await Task.Delay(Listen, TimeProvider.System);
        var calls = (await cluster.Record()).Where(call => call.Invited.Monotonic >= began).ToArray();
        return StopRound.Of(calls, how, asked, answered);
    }

    private static TimeSpan Now() => PracticeMoment.Now(TimeProvider.System).Monotonic;

    private static RunSection Section(ScalePlan plan, int nodes, int rate, List<StopRound> rounds, bool anySpeed) =>
        new()
        {
            Name = "stop",
            Title = "From stop to the last INVITE of any node",
            Command = "dotnet run -c Release --project benchmarks -- stop",
            Method =
                $"{nodes} nodes; {plan}. Each a process of its own on one machine, PostgreSQL and the practice carrier too. In each round an action begins, and when the carrier has seen {rate} calls in a second, "
                + "it is stopped at the first node's API. INVITEs are the carrier's: its record, by the monotonic clock that all processes of a machine share. "
                + "Accepted is what lies between the request and its answer: counted from the request everything is later than it can be, from the answer earlier.",
            Columns = ["answered calls", "rounds", "calls/s before", "what", "least", "p50", "p90", "most"],
            Rows = [.. Ways.SelectMany(way => Rows(way, rounds.FindAll(round => round.Calls == way)))],
            Gates =
            [
                new Gate(
                    "from the request to stop to the last INVITE",
                    "≤ 1,000 ms",
                    $"{Milliseconds(rounds.Max(round => round.LastInvite))} ms",
                    rounds.TrueForAll(round => round.LastInvite <= Allowed),
                    anySpeed
                ),
                new Gate(
                    "from its answer to the last INVITE",
                    "≤ 1,000 ms",
                    $"{Milliseconds(rounds.Max(round => round.AfterAnswer))} ms",
                    rounds.TrueForAll(round => round.AfterAnswer <= Allowed)
                ),
                new Gate(
                    "calls in the second before the request",
                    FormattableString.Invariant($"≥ {rate * 0.95:F0}"),
                    rounds.Min(round => round.Rate).ToString(CultureInfo.InvariantCulture),
                    rounds.TrueForAll(round => round.Rate >= rate * 0.95),
                    IsGoal: true
                ),
            ],
            Figures = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["most, last INVITE after the request, ms"] = rounds.Max(round => round.LastInvite).TotalMilliseconds,
                ["most, last INVITE after the answer, ms"] = rounds.Max(round => round.AfterAnswer).TotalMilliseconds,
            },
        };

    private static IEnumerable<string[]> Rows(string way, List<StopRound> rounds)
    {
        yield return Row(way, rounds, "the answer to the request came after, ms", round => round.Answered.TotalMilliseconds);
        yield return Row(way, rounds, "last INVITE after the request, ms", round => round.LastInvite.TotalMilliseconds);
        yield return Row(way, rounds, "last INVITE after the answer, ms", round => round.AfterAnswer.TotalMilliseconds);
        yield return Row(way, rounds, "INVITEs after the request", round => round.Late);
        yield return Row(way, rounds, "last unanswered phone quiet after the request, ms", round => round.Quiet.TotalMilliseconds);
        yield return Row(way, rounds, "last call over after the request, ms", round => round.Over.TotalMilliseconds);
    }

    private static string[] Row(string way, List<StopRound> rounds, string what, Func<StopRound, double> of)
    {
        var sorted = rounds.Select(of).Order().ToArray();
        string At(double part) => sorted[(int)Math.Ceiling(part * sorted.Length) - 1].ToString("F0", CultureInfo.InvariantCulture);
        return
        [
            way,
            rounds.Count.ToString(CultureInfo.InvariantCulture),
            rounds.Average(round => round.Rate).ToString("F0", CultureInfo.InvariantCulture),
            what,
            sorted[0].ToString("F0", CultureInfo.InvariantCulture),
            At(0.5),
            At(0.9),
            sorted[^1].ToString("F0", CultureInfo.InvariantCulture),
        ];
    }

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture);
}
