using System.Globalization;
using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Coordination;

/// <summary>Runs the cases one after the other, holds them against each other and reports.</summary>
internal static class CoordinationMeasurement
{
    private const int Seed = 2012;
    private const int First = 20_000;
    private const int WarmUp = 3_000;
    private const double MostGrowth = 1.2;
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    private static readonly RunReport Report = new("coordination", "Coordination: what grains cost each other");

    /// <summary>Measures.</summary>
    /// <param name="cases">What, in order of size.</param>
    /// <param name="anySpeed">Whether growth is only reported.</param>
    /// <param name="save">Whether the report is written.</param>
    public static async Task<int> Run(CoordinationCase[] cases, bool anySpeed, bool save)
    {
        // What the machine code of the first silos costs is nobody's delivery.
        await Measure(new CoordinationCase(2, First, 1_000), new VirtualRegister(First, Seed));
        var samples = new List<CoordinationSample>();
        foreach (var size in cases.GroupBy(one => one.Deliveries))
        {
            var register = new VirtualRegister(size.Key, Seed);
            foreach (var one in size)
            {
                samples.Add(await Measure(one, register));
                Console.WriteLine(string.Join(" | ", Row(samples[^1])));
                Print(samples[^1]);
            }
        }

        return Report.Write(Section(samples, anySpeed), save);
    }

    private static async Task<CoordinationSample> Measure(CoordinationCase plan, VirtualRegister register)
    {
        await using var cluster = await CoordinationCluster.Start(plan, register);
        await cluster.WarmUp(Math.Min(WarmUp, plan.Deliveries));

        // What was made to start it is collected by then.
        await CoordinationCluster.Cores(Settle);
        GC.Collect();
        return await cluster.Run(await CoordinationCluster.Cores(Idle));
    }

    private static RunSection Section(List<CoordinationSample> samples, bool anySpeed) =>
        new()
        {
            Name = "growth",
            Title = "Processor time to a delivery, by deliveries and by silos",
            Command = "dotnet run -c Release --project benchmarks -- coordination",
            Method =
                "Silos in one process that talk over sockets of loopback, each with its dialer; the real grains and policies from the search in the cells to the result of the last delivery: action, regions and cells, lanes, carrier, dialers. "
                + "No packet leaves: a virtual gateway lets eight calls in ten ring 0.3 s and last 0.5 s, one in ten be busy, one in ten ring 0.8 s in vain. "
                + $"Actions and leases are stored in SQLite; lanes' steps in memory, acknowledged in groups every {MemoryLanes.Commit.TotalMilliseconds:F0} ms, with real chains, hashes and sealed numbers: what a database costs to a row would only hide what grows. "
                + $"People live evenly around Deventer, 127 to the square kilometre; one action calls all of them. Calls a second are the limit, {samples[0].Case.Rate} to each silo. "
                + "The processor time is of the whole process, less what the same silos take while nothing is called (5 s, right before). Threads without work sleep at once: spinning would be counted with idling and not with calling. A small action goes before each run, and one of 20,000 deliveries before them all.",
            Columns =
            [
                "deliveries",
                "silos",
                "lanes' steps to a delivery",
                "deliveries to a claiming step",
                "grain calls to a delivery",
                "KB allocated",
                "a second",
                "cores",
                "idle, cores",
                "µs to a delivery",
            ],
            Rows = [.. samples.Select(Row)],
            Gates =
            [
                .. Pairs(samples).Select(pair => Growth(pair.Small, pair.Large, anySpeed)),
                new Gate(
                    "deliveries with a result: one to everybody in the area, counted without cells",
                    Whole(samples.Sum(sample => sample.InArea)),
                    Whole(samples.Sum(sample => sample.Done)),
                    samples.TrueForAll(sample => sample.Done == sample.InArea)
                ),
            ],
            Notes =
            [
                .. samples.Select(Fixed),
                "Microseconds to a delivery hold what the silos do by the second while an action runs, too: they are fewest where calls are many.",
            ],
            Figures = samples.ToDictionary(
                sample => $"{sample.Case.Deliveries} over {sample.Case.Silos}, µs",
                sample => sample.MicrosecondsADelivery,
                StringComparer.Ordinal
            ),
        };

    /// <summary>The same silos with more deliveries, and the same deliveries over more silos.</summary>
    private static IEnumerable<(CoordinationSample Small, CoordinationSample Large)> Pairs(List<CoordinationSample> samples) =>
        from small in samples
        from large in samples
        where
            (small.Case.Silos == large.Case.Silos && small.Case.Deliveries < large.Case.Deliveries)
            || (small.Case.Deliveries == large.Case.Deliveries && small.Case.Silos < large.Case.Silos)
        select (small, large);

    private static Gate Growth(CoordinationSample small, CoordinationSample large, bool anySpeed)
    {
        var growth = large.MicrosecondsADelivery / small.MicrosecondsADelivery;
        return new Gate(
            $"{Whole(small.Case.Deliveries)} over {small.Case.Silos} → {Whole(large.Case.Deliveries)} over {large.Case.Silos} silos",
            "≤ 1.2 ×",
            growth.ToString("F2", CultureInfo.InvariantCulture),
            growth <= MostGrowth,
            anySpeed || small.Case.Silos == 1
        );
    }

    private static string Fixed(CoordinationSample sample)
    {
        var most = sample
            .Calls.Where(call => call.Value > sample.Done / 100)
            .OrderByDescending(call => call.Value)
            .Take(6)
            .Select(call =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{call.Key} {call.Value / (double)sample.Done:F2} ({call.Value / sample.Took.TotalSeconds:F0}/s)"
                )
            );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Whole(sample.Case.Deliveries)} over {sample.Case.Silos}: idle, a silo takes {sample.IdleCores * 1000 / sample.Case.Silos:F1} ms of a core a second. Calls to a delivery: {string.Join(", ", most)}."
        );
    }

    private static void Print(CoordinationSample sample) => Console.WriteLine(Fixed(sample));

    private static string[] Row(CoordinationSample sample) =>
        [
            Whole(sample.Case.Deliveries),
            Whole(sample.Case.Silos),
            Short(sample.Steps / (double)sample.Done),
            Short(sample.ClaimsAPull),
            Short(sample.CallsADelivery),
            Short(sample.Allocated / 1024.0 / sample.Done),
            Whole((int)sample.Rate),
            Short(sample.Cores),
            Short(sample.IdleCores),
            sample.MicrosecondsADelivery.ToString("F0", CultureInfo.InvariantCulture),
        ];

    private static string Whole(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Short(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
