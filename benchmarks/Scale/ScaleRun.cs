using System.Globalization;
using Burgernet.Benchmarks.Lines;
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
                foreach (var apart in nodes == 1 ? [false] : new[] { false, true })
                {
                    samples.Add(await Measure(plan, nodes, apart, server, ramp, span));
                    Console.WriteLine(string.Join(" | ", Row(samples[^1], samples)));
                }
            }
        }

        var together = samples.GroupBy(sample => (sample.Nodes, sample.Apart)).Select(of => ScaleSample.Together([.. of])).ToList();
        return report.Write(Section(plan, together, ramp, span, rounds, anySpeed), save);
    }

    private static async Task<ScaleSample> Measure(
        ScalePlan plan,
        int nodes,
        bool apart,
        PostgresCluster server,
        TimeSpan ramp,
        TimeSpan span
    )
    {
        await using var cluster = await NodeCluster.Start(plan, nodes, server, apart: apart);
        var actions = new List<(NodeRoom Room, string Action)>();
        foreach (var room in cluster.Rooms)
        {
            await room.UntilWarm();
            actions.Add((room, await room.Draft("theft", Everyone, plan.Message)));
        }

        foreach (var (room, action) in actions)
        {
            await room.Start(action);
        }

        await Task.Delay(ramp, TimeProvider.System);

        var (from, before, machine) = (PracticeMoment.Now(TimeProvider.System).Monotonic, cluster.ProcessorTime, MachineTime.Busy);
        await Task.Delay(span, TimeProvider.System);
        var (to, after, machineAfter) = (PracticeMoment.Now(TimeProvider.System).Monotonic, cluster.ProcessorTime, MachineTime.Busy);
        foreach (var (room, action) in actions)
        {
            var waiting = (await room.Progress(action)).GetProperty("waiting").GetInt32();
            await room.Stop(action, "cut");
            if (waiting == 0)
            {
                throw new InvalidOperationException(
                    string.Create(CultureInfo.InvariantCulture, $"{plan.Participants} participants are too few for {nodes} nodes")
                );
            }
        }

        var record = await cluster.Record();
        return new ScaleSample(
            nodes,
            apart,
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
                + "Besides, as many nodes that know nothing of each other (each on a database of its own, with the same lines and people of its own) do the same at the same carrier: what so many processes on these cores cost without being a cluster. "
                + FormattableString.Invariant(
                    $"Counted for {span.TotalSeconds:F0} s, {ramp.TotalSeconds:F0} s after the start, with people left to call at the end, in {rounds} rounds over all sizes, whose sums are told: what a call costs drifts on this machine by more than what is looked for. INVITEs and busy lines by the carrier's record, processor time by the system's books."
                ),
            Columns =
            [
                "nodes",
                "as",
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
            Rows = [.. samples.Select(sample => Row(sample, samples))],
            Gates = [.. samples.Where(sample => sample.Nodes > 1 && !sample.Apart).SelectMany(sample => Gates(sample, samples, anySpeed))],
            Figures = samples
                .Where(sample => !sample.Apart)
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

    private static IEnumerable<Gate> Gates(ScaleSample sample, List<ScaleSample> samples, bool anySpeed)
    {
        var one = samples[0];
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

        // Where as many nodes apart cost more than that as well, it is the cores that end it, and not that they are a cluster: then these are what counts.
        var apart = Apart(sample, samples);
        var coresEndIt = apart.NodesMilliseconds / one.NodesMilliseconds > MostTime;
        var (ofOne, ofApart) = (sample.NodesMilliseconds / one.NodesMilliseconds, sample.NodesMilliseconds / apart.NodesMilliseconds);
        yield return new Gate(
            string.Create(CultureInfo.InvariantCulture, $"processor time to a call with {sample.Nodes} nodes, of that with one"),
            "≤ 1.1",
            Short(ofOne),
            ofOne <= MostTime,
            anySpeed || coresEndIt
        );
        yield return new Gate(
            string.Create(CultureInfo.InvariantCulture, $"processor time to a call with {sample.Nodes} nodes, of as many apart"),
            "≤ 1.1",
            Short(ofApart),
            ofApart <= MostTime,
            anySpeed || !coresEndIt
        );
    }

    private static double Linear(ScaleSample sample, ScaleSample one) =>
        sample.CallsAMinute / (one.CallsAMinute * sample.Nodes / one.Nodes);

    private static ScaleSample Apart(ScaleSample sample, List<ScaleSample> samples) =>
        samples.Single(other => other.Nodes == sample.Nodes && other.Apart);

    private static string[] Row(ScaleSample sample, List<ScaleSample> samples) =>
        [
            sample.Nodes.ToString(CultureInfo.InvariantCulture),
            sample.Nodes == 1 ? "one"
            : sample.Apart ? "apart"
            : "cluster",
            sample.Lines.ToString("N0", CultureInfo.InvariantCulture),
            (100 * sample.LinesBusy / sample.Lines).ToString("F1", CultureInfo.InvariantCulture),
            sample.CallsAMinute.ToString("N0", CultureInfo.InvariantCulture),
            Short(Linear(sample, samples[0])),
            Short(sample.NodesMilliseconds),
            Short(sample.NodesMilliseconds / samples[0].NodesMilliseconds),
            Short(sample.CarrierMilliseconds),
            Short(sample.OtherMilliseconds),
            Short(sample.Cores),
            HasRoom(sample) ? "lines" : "the processors",
        ];

    private static string Short(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
