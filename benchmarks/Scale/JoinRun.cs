using System.Globalization;
using System.Net;
using Burgernet.Benchmarks.Reports;
using Burgernet.Benchmarks.Storage;
using Burgernet.Practice;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Scale;

/// <summary>A second node joins while the first one calls: how soon it does its part.</summary>
internal static class JoinRun
{
    private const double Everyone = 10_000;

    /// <summary>Of all calls; half is its fair part.</summary>
    private const double FairPart = 0.45;

    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Ramp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Bin = TimeSpan.FromSeconds(0.5);

    public static async Task<int> Run(ScalePlan plan, int rounds, RunReport report, bool anySpeed, bool save)
    {
        await using var server = await PostgresCluster.Start(PostgresPrograms.Folder);
        await using var cluster = await NodeCluster.Start(plan, 1, server, share: 2);
        await cluster.UntilWarm();
        var action = await cluster.Draft("theft", Everyone, plan.Message);
        await cluster.Start(action);
        var done = new List<JoinRound>();
        for (var round = 0; round < rounds; round++)
        {
            await Task.Delay(Ramp, TimeProvider.System);
            done.Add(await Join(cluster));
            Console.WriteLine(string.Join(" | ", Row(done[^1])));
        }

        if ((await cluster.Progress(action)).GetProperty("waiting").GetInt32() == 0)
        {
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"{plan.Participants} participants are too few")
            );
        }

        await cluster.Stop(action, "cut");
        return report.Write(Section(plan, done, anySpeed), save);
    }

    private static async Task<JoinRound> Join(NodeCluster cluster)
    {
        var port = FreeUdpPort.TakeWithTcp();
        var began = Now();
        var node = await cluster.Join(port);
        var ready = await Ready(node, began);
        await Task.Delay(Watched, TimeProvider.System);
        var claims = await cluster.ClaimsOf(port);
        var calls = cluster.Calls;
        var ours = calls.Where(call => claims.Contains(call.CallId.Split('@')[0])).Select(call => call.Invited.Monotonic).Order().ToArray();
        node.Terminate();
        await node.Ended(Patience);
        return new JoinRound(
            ready - began,
            ours.Length > 0 ? ours[0] - ready : null,
            ours.Count(at => at < ready + Allowed),
            Half(calls.Select(call => call.Invited.Monotonic).Where(at => at >= ready).ToArray(), ours, ready)
        );
    }

    private static async Task<TimeSpan> Ready(NodeProcess node, TimeSpan began)
    {
        using var http = new HttpClient { BaseAddress = new Uri(node.Address) };
        while (Now() - began < Patience)
        {
            using var response = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            if (response.StatusCode == HttpStatusCode.OK)
            {
                return Now();
            }

            await Task.Delay(Look, TimeProvider.System);
        }

        throw new TimeoutException($"The node that joined was not ready after {Patience}\n{node.Output}");
    }

    /// <summary>The end of the first half second in which it placed its fair part.</summary>
    private static TimeSpan? Half(TimeSpan[] all, TimeSpan[] ours, TimeSpan ready)
    {
        for (var end = ready + Bin; end <= ready + Watched; end += Bin / 5)
        {
            var (from, until) = (end - Bin, end);
            var (there, own) = (all.Count(at => at >= from && at < until), ours.Count(at => at >= from && at < until));
            if (there > 0 && own >= FairPart * there)
            {
                return end - ready;
            }
        }

        return null;
    }

    private static TimeSpan Now() => PracticeMoment.Now(TimeProvider.System).Monotonic;

    private static RunSection Section(ScalePlan plan, List<JoinRound> rounds, bool anySpeed)
    {
        var last = rounds.Max(round => round.FirstInvite ?? Watched);
        return new RunSection
        {
            Name = "join",
            Title = "A node that joins in the middle of an action",
            Command = "dotnet run -c Release --project benchmarks -- join",
            Method =
                $"Lines and calls a second for two nodes ({plan}); one node calls with all of them. A second one starts, is ready when its /health/ready answers 200, is watched for {Watched.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s, and leaves by SIGTERM; then the next. "
                + "Whose an INVITE in the carrier's record is says the claim of its Call-ID in the database; times are by the monotonic clock that all processes of a machine share. Half of the calls is at least 45 % of those in half a second.",
            Columns = ["starting, s", "first INVITE after ready, ms", "INVITEs in 2 s", "half of the calls after ready, ms"],
            Rows = [.. rounds.Select(Row)],
            Gates =
            [
                new Gate(
                    "from ready to the first INVITE",
                    "≤ 2,000 ms",
                    $"{Milliseconds(last)} ms",
                    rounds.TrueForAll(round => round.FirstInvite <= Allowed),
                    anySpeed
                ),
            ],
            Figures = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["most, first INVITE after ready, ms"] = last.TotalMilliseconds,
            },
        };
    }

    private static string[] Row(JoinRound round) =>
        [
            round.Starting.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture),
            round.FirstInvite is { } first ? Milliseconds(first) : "none",
            round.InTwoSeconds.ToString(CultureInfo.InvariantCulture),
            round.Half is { } half ? Milliseconds(half) : "not in the time watched",
        ];

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture);
}
