using System.Globalization;
using Burgernet.Benchmarks.Lines;
using Burgernet.Benchmarks.Reports;
using Burgernet.Benchmarks.Storage;
using Burgernet.Practice;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Scale;

/// <summary>More lines than are needed, so that the calls a second are all that limits: how much of them is used, and that they are never exceeded.</summary>
internal static class RateRun
{
    private const double Everyone = 10_000;
    private const double Few = 1_000;
    private const double LeastUsed = 0.95;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static async Task<int> Run(
        Func<int, ScalePlan> plan,
        int rate,
        IReadOnlyList<int> sizes,
        TimeSpan ramp,
        TimeSpan span,
        RunReport report,
        bool anySpeed,
        bool save
    )
    {
        await using var server = await PostgresCluster.Start(PostgresPrograms.Folder);
        var samples = new List<RateSample>();
        foreach (var nodes in sizes)
        {
            samples.Add(await Measure(plan(nodes), nodes, server, ramp, span));
            Console.WriteLine(string.Join(" | ", Row(samples[^1])));
        }

        return report.Write(Section(plan(sizes[0]), rate, samples, ramp, span, anySpeed), save);
    }

    private static async Task<RateSample> Measure(ScalePlan plan, int nodes, PostgresCluster server, TimeSpan ramp, TimeSpan span)
    {
        await using var cluster = await NodeCluster.Start(plan, nodes, server);
        await cluster.UntilWarm();

        // A carrier that takes its first calls handles them late, and then counts too many in the second after.
        var few = await cluster.Draft("theft", Few, plan.Message);
        await cluster.Start(few);
        await cluster.Until(few, "the first few were called", progress => progress.GetProperty("complete").GetBoolean());
        var began = Now();
        var action = await cluster.Draft("theft", Everyone, plan.Message);
        await cluster.Start(action);
        await Task.Delay(ramp, TimeProvider.System);
        var (from, before) = (Now(), MachineTime.Busy);
        await Task.Delay(span, TimeProvider.System);
        var (to, after) = (Now(), MachineTime.Busy);
        var waiting = (await cluster.Progress(action)).GetProperty("waiting").GetInt32();
        await cluster.Stop(action, "cut");
        var record = (await cluster.Record())
            .Where(call => call.Invited.Monotonic >= began)
            .OrderBy(call => call.Invited.Monotonic)
            .ToArray();
        if (waiting == 0)
        {
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"{plan.Participants} participants are too few")
            );
        }

        var counted = record.Where(call => call.Invited.Monotonic >= from && call.Invited.Monotonic < to).ToArray();
        return new RateSample(
            nodes,
            nodes * plan.RateANode,
            counted.Length / (to - from).TotalSeconds,
            LineUse.MostIn(record, Second),
            LineUse.MostIn(counted, Second),
            record.Max(call => call.ChannelsAtStart),
            nodes * plan.LinesANode,
            (after - before) / (to - from)
        );
    }

    private static TimeSpan Now() => PracticeMoment.Now(TimeProvider.System).Monotonic;

    private static RunSection Section(ScalePlan plan, int rate, List<RateSample> samples, TimeSpan ramp, TimeSpan span, bool anySpeed) =>
        new()
        {
            Name = "rate",
            Title = "How much of the calls a second is used",
            Command = "dotnet run -c Release --project benchmarks -- rate",
            Method = FormattableString.Invariant(
                $"{rate} calls a second over all nodes, and more lines than they need, so that nothing else limits; {plan.Participants} participants, a message of {plan.Message.TotalSeconds:0.##} s, the phones' delays times {plan.Pace}. Nodes, PostgreSQL and the practice carrier are processes of their own on one machine. INVITEs by the carrier's record: used is what came in {span.TotalSeconds:F0} s, {ramp.TotalSeconds:F0} s after the start, with people left to call at the end; most in a second is the fullest second that any window finds in the whole record of the action, its start and its end too; one of a few people goes before it, for a carrier counts when it handles a call, and handles its first ones late."
            ),
            Columns =
            [
                "nodes",
                "limit, calls/s",
                "used, calls/s",
                "used %",
                "most in any second",
                "of those that count",
                "most lines",
                "of lines",
                "cores busy of 2",
            ],
            Rows = [.. samples.Select(Row)],
            Gates =
            [
                .. samples.SelectMany(sample =>
                    new[]
                    {
                        new Gate(
                            string.Create(CultureInfo.InvariantCulture, $"calls a second used, {sample.Nodes} nodes"),
                            "≥ 95 %",
                            $"{sample.Used:P1}",
                            sample.Used >= LeastUsed,
                            anySpeed
                        ),
                        new Gate(
                            string.Create(CultureInfo.InvariantCulture, $"most calls in any second, {sample.Nodes} nodes"),
                            string.Create(CultureInfo.InvariantCulture, $"≤ {sample.Limit}"),
                            sample.Most.ToString(CultureInfo.InvariantCulture),
                            sample.Most <= sample.Limit,
                            anySpeed
                        ),
                    }
                ),
            ],
            Figures = samples.ToDictionary(
                sample => string.Create(CultureInfo.InvariantCulture, $"{sample.Nodes} nodes, used"),
                sample => sample.Used,
                StringComparer.Ordinal
            ),
        };

    private static string[] Row(RateSample sample) =>
        [
            sample.Nodes.ToString(CultureInfo.InvariantCulture),
            sample.Limit.ToString(CultureInfo.InvariantCulture),
            sample.CallsASecond.ToString("F1", CultureInfo.InvariantCulture),
            (100 * sample.Used).ToString("F1", CultureInfo.InvariantCulture),
            sample.Most.ToString(CultureInfo.InvariantCulture),
            sample.MostCounted.ToString(CultureInfo.InvariantCulture),
            sample.MostLines.ToString(CultureInfo.InvariantCulture),
            sample.Lines.ToString(CultureInfo.InvariantCulture),
            sample.Cores.ToString("F2", CultureInfo.InvariantCulture),
        ];
}
