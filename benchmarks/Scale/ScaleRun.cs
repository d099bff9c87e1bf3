using System.Globalization;
using Burgernet.Benchmarks.Reports;
using Burgernet.Benchmarks.Storage;
using Burgernet.Practice;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Scale;

/// <summary>The same lines to each node, and more nodes.</summary>
internal static class ScaleRun
{
    private const double Everyone = 10_000;
    private const double LeastLinear = 0.95;
    private const double MostTime = 1.1;

    /// <summary>From so much on, calls wait for a processor and not for a line.</summary>
    private const double Full = 0.9;

    public static async Task<int> Run(
        ScalePlan plan,
        IReadOnlyList<int> sizes,
        TimeSpan ramp,
        TimeSpan span,
        int rounds,
        RunReport report,
        bool anySpeed,
        bool save
    )
    {
        await using var server = await PostgresCluster.Start(PostgresPrograms.Folder);
        var samples = new List<ScaleSample>();
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var nodes in sizes)
            {
                samples.Add(await Measure(plan, nodes, server, ramp, span));
                Console.WriteLine(string.Join(" | ", Row(samples[^1], samples[0])));
            }
        }

        var together = samples.GroupBy(sample => sample.Nodes).Select(of => ScaleSample.Together([.. of])).ToList();
        return report.Write(Section(plan, together, ramp, span, rounds, anySpeed), save);
    }

    private static async Task<ScaleSample> Measure(ScalePlan plan, int nodes, PostgresCluster server, TimeSpan ramp, TimeSpan span)
    {
        await using var cluster = await NodeCluster.Start(plan, nodes, server);
        await cluster.UntilWarm();
        var action = await cluster.Draft("theft", Everyone, plan.Message);
        await cluster.Start(action);
        await Task.Delay(ramp, TimeProvider.System);

        var (from, before, machine) = (PracticeMoment.Now(TimeProvider.System).Monotonic, cluster.ProcessorTime, MachineTime.Busy);
        await Task.Delay(span, TimeProvider.System);
        var (to, after, machineAfter) = (PracticeMoment.Now(TimeProvider.System).Monotonic, cluster.ProcessorTime, MachineTime.Busy);
        var waiting = (await cluster.Progress(action)).GetProperty("waiting").GetInt32();
        await cluster.Stop(action, "cut");
        var record = await cluster.Record();
        if (waiting == 0)
        {
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"{plan.Participants} participants are too few for {nodes} nodes")
            );
        }

        return new ScaleSample(
            nodes,
            nodes * plan.LinesANode,
            record.Count(call => call.Invited.Monotonic >= from && call.Invited.Monotonic < to),
            to - from,
            record.Sum(call => Within(call, from, to).TotalSeconds) / (to - from).TotalSeconds,
            after.Nodes - before.Nodes,
            after.Carrier - before.Carrier,
            machineAfter - machine
        );
    }

    private static TimeSpan Within(PracticeCallRecord call, TimeSpan from, TimeSpan to)
    {
        var (began, ended) = (call.Invited.Monotonic, call.Ended?.Monotonic ?? to);
        var time = (ended < to ? ended : to) - (began > from ? began : from);
        return time > TimeSpan.Zero ? time : TimeSpan.Zero;
    }

    private static RunSection Section(ScalePlan plan, List<ScaleSample> samples, TimeSpan ramp, TimeSpan span, int rounds, bool anySpeed) =>
        new()
        {
            Name = "nodes",
            Title = "Calls a minute and processor time to a call, by nodes",
            Command = "dotnet run -c Release --project benchmarks -- scale",
            Method =
                $"{plan}. Nodes (with their API), PostgreSQL (durable as installed) and the practice carrier are processes of their own on one machine; one action calls everyone. "
                + "Calls are signalling and a tenth of a second of sound, a handful of packets: the phones behave as the carrier's mix has them. "
                + FormattableString.Invariant(
                    $"Counted for {span.TotalSeconds:F0} s, {ramp.TotalSeconds:F0} s after the start, with people left to call at the end, in {rounds} rounds over all sizes, whose sums are told: what a call costs drifts on this machine by more than what is looked for. INVITEs and busy lines by the carrier's record, processor time by the system's books."
                ),
            Columns =
            [
                "nodes",
                "lines",
                "lines busy %",
                "calls/min",
                "of linear",
                "nodes, ms a call",
                "of one node's",
                "carrier, ms a call",
                "PostgreSQL and all else, ms a call",
                "cores busy of 2",
                "what limits",
            ],
            Rows = [.. samples.Select(sample => Row(sample, samples[0]))],
            Gates = [.. samples.Skip(1).SelectMany(sample => Gates(sample, samples[0], anySpeed))],
            Figures = samples
                .SelectMany(sample =>
                    new (string Name, double Value)[]
                    {
                        ($"{sample.Nodes} nodes, calls/min", sample.CallsAMinute),
                        ($"{sample.Nodes} nodes, ms a call", sample.NodesMilliseconds),
                    }
                )
                .ToDictionary(figure => figure.Name, figure => figure.Value, StringComparer.Ordinal),
        };

    private static bool HasRoom(ScaleSample sample) => sample.Cores < Full * Environment.ProcessorCount;

    private static IEnumerable<Gate> Gates(ScaleSample sample, ScaleSample one, bool anySpeed)
    {
        yield return new Gate(
            string.Create(
                CultureInfo.InvariantCulture,
                $"calls a minute of {sample.Nodes} nodes, of linear, while there is processor time"
            ),
            "≥ 0.95",
            Short(Linear(sample, one)),
            Linear(sample, one) >= LeastLinear,
            anySpeed || !HasRoom(sample)
        );
        yield return new Gate(
            string.Create(CultureInfo.InvariantCulture, $"processor time to a call with {sample.Nodes} nodes, of that with one"),
            "≤ 1.1",
            Short(sample.NodesMilliseconds / one.NodesMilliseconds),
            sample.NodesMilliseconds / one.NodesMilliseconds <= MostTime,
            anySpeed
        );
    }

    private static double Linear(ScaleSample sample, ScaleSample one) =>
        sample.CallsAMinute / (one.CallsAMinute * sample.Nodes / one.Nodes);

    private static string[] Row(ScaleSample sample, ScaleSample one) =>
        [
            sample.Nodes.ToString(CultureInfo.InvariantCulture),
            sample.Lines.ToString("N0", CultureInfo.InvariantCulture),
            (100 * sample.LinesBusy / sample.Lines).ToString("F1", CultureInfo.InvariantCulture),
            sample.CallsAMinute.ToString("N0", CultureInfo.InvariantCulture),
            Short(Linear(sample, one)),
            Short(sample.NodesMilliseconds),
            Short(sample.NodesMilliseconds / one.NodesMilliseconds),
            Short(sample.CarrierMilliseconds),
            Short(sample.OtherMilliseconds),
            Short(sample.Cores),
            HasRoom(sample) ? "lines" : "the processors",
        ];

    private static string Short(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
