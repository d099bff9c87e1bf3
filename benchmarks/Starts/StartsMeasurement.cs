using System.Globalization;
using Burgernet.Benchmarks.Imports;
using Burgernet.Benchmarks.Lines;
using Burgernet.Benchmarks.Reports;
using Burgernet.Benchmarks.Selection;
using Burgernet.Benchmarks.Storage;
using Burgernet.Practice;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Starts;

/// <summary>Imports, warms, starts action after action, and reads the two records.</summary>
internal sealed class StartsMeasurement(int participants, int rounds)
{
    private const double RadiusMetres = 10_000;
    private const double GoalMilliseconds = 250;

    /// <summary>Rounds before the measured ones: until nothing is compiled or planned any more.</summary>
    private const int WarmUp = 20;

    private static readonly LinePlan Plan = new()
    {
        Participants = 0,
        Lines = 200,
        CallsPerSecond = 200,
        Pace = 0.1,
        Message = TimeSpan.FromSeconds(0.5),
        RingLimit = TimeSpan.FromSeconds(3),
        AnySpeed = false,
    };

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Run(bool save)
    {
        var report = new RunReport("starts", "From start to first call");
        var log = Directory.CreateTempSubdirectory("burgernet-commits-").FullName;
        if (!OperatingSystem.IsWindows())
        {
            // The server is not this user's.
            File.SetUnixFileMode(log, (UnixFileMode)0b111_111_111);
        }

        try
        {
            await using var server = await PostgresCluster.Start(
                PostgresPrograms.Folder,
                [.. InventedRegister.Settings, .. CommitLog.Settings(log)]
            );
            var register = await server.CreateDatabase();
            await Import(register);
            await CommitLog.SwitchOn(register);
            await using var node = await LineNode.Start(
                Plan,
                [
                    "Burgernet:Storage:Provider=postgres",
                    $"Burgernet:Storage:ConnectionString={register}",
                    .. InventedRegister.Keys,
                    "Burgernet:Api:ActsPerMinute=100000",
                    // As it comes: a dispatcher confirms how many people it calls.
                    "Burgernet:Kinds:missing-child:ConfirmAbove=500",
                ]
            );
            await node.UntilWarm();
            for (var round = 0; round < WarmUp; round++)
            {
                await Round(node, round);
            }

            var samples = new List<StartSample>(rounds);
            for (var round = 0; round < rounds; round++)
            {
                samples.Add(await Round(node, round));
                Console.Write('.');
            }

            Console.WriteLine();
            var record = await node.Record();
            var calls = samples.ConvertAll(sample => sample.FirstCall(record));
            var durable = Durability.Of(record, await DurableClaim.Read(register), await CommitLog.Read(log));
            return report.Write(Section(samples, calls, durable), save);
        }
        finally
        {
            Directory.Delete(log, recursive: true);
        }
    }

    private async Task Import(string register)
    {
        var file = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"burgernet-starts-{participants}.csv"));
        InventedRegister.Invent(file, participants);
        await InventedRegister.Import(register, file);
        File.Delete(file);
        await PostgresCluster.Execute(register, "vacuum analyze");
    }

    /// <summary>One action: prepared, estimated, started, and stopped as soon as somebody is called.</summary>
    private static async Task<StartSample> Round(LineNode node, int round)
    {
        var center = SelectionArea.Centers[round % SelectionArea.Centers.Count];
        var action = await node.Draft("missing-child", center, RadiusMetres, Plan.Message);
        var people = await node.People(action);
        var asked = PracticeMoment.Now(TimeProvider.System).Monotonic;
        await node.Start(action, people);
        var replied = PracticeMoment.Now(TimeProvider.System).Monotonic;
        await node.Until(
            action,
            "somebody is called",
            progress => progress.GetProperty("underWay").GetInt32() + progress.GetProperty("done").GetInt32() > 0
        );
        await node.Stop(action);
        await node.Until(action, "all its calls are over", progress => progress.GetProperty("complete").GetBoolean());
        return new StartSample(people, asked, replied, PracticeMoment.Now(TimeProvider.System).Monotonic);
    }

    private RunSection Section(List<StartSample> samples, List<TimeSpan> calls, Durability durable)
    {
        var first = Sorted(calls);
        var reply = Sorted(samples.Select(sample => sample.Replied - sample.Asked));
        var people = samples.Select(sample => sample.People).Order().ToArray();
        return new RunSection
        {
            Name = "country",
            Title = "Ten kilometres around a city, in a register of the size of the country",
            Command = "dotnet run -c Release --project benchmarks -- starts",
            Method =
                $"{Whole(participants)} invented people in PostgreSQL ({string.Join(", ", InventedRegister.Settings)}, fsync on, every statement logged), imported as a municipality's file is; a node (one silo, its own API, all cells in memory) and a practice carrier as processes of their own; {Plan.Lines} lines, {Plan.CallsPerSecond} calls a second. "
                + $"One action after another, ten cities in turn, each with the estimate and the confirmation that a dispatcher gives; stopped once somebody is called. {WarmUp} rounds before the {rounds} that count. From right before the request to start is sent until the carrier received the first INVITE, both by the machine's monotonic clock. "
                + "Durable before its INVITE: the carrier's wall clock at the INVITE against the server's. A claim counts as durable when the server's log has its COMMIT as carried out (in whole milliseconds, rounded up by one); a delivery at the time of its transaction's commit record.",
            Columns = ["people p50 (least, most)", "reply p50 ms", "reply p99 ms", "first INVITE p50 ms", "p99 ms", "most ms"],
            Rows =
            [
                [
                    $"{Whole(people[people.Length / 2])} ({Whole(people[0])}, {Whole(people[^1])})",
                    Milliseconds(At(reply, 0.5)),
                    Milliseconds(At(reply, 0.99)),
                    Milliseconds(At(first, 0.5)),
                    Milliseconds(At(first, 0.99)),
                    Milliseconds(first[^1]),
                ],
            ],
            Gates =
            [
                new Gate(
                    "calls whose claim's COMMIT had been carried out before their INVITE",
                    $"all {Whole(durable.Calls)}",
                    Whole(durable.ClaimsBefore),
                    durable.Calls > 0 && durable.ClaimsBefore == durable.Calls
                ),
                new Gate(
                    "calls whose delivery was committed before their INVITE",
                    $"all {Whole(durable.Calls)}",
                    Whole(durable.DeliveriesBefore),
                    durable.Calls > 0 && durable.DeliveriesBefore == durable.Calls
                ),
                new Gate(
                    "first INVITE, p99",
                    $"≤ {GoalMilliseconds} ms",
                    $"{Milliseconds(At(first, 0.99))} ms",
                    At(first, 0.99).TotalMilliseconds <= GoalMilliseconds,
                    IsGoal: true
                ),
            ],
            Notes =
            [
                $"Least time from a claim's COMMIT to its INVITE: {Milliseconds(durable.LeastAfterClaim)} ms (the rounding takes up to 1 ms of it); from a delivery's commit: {Milliseconds(durable.LeastAfterDelivery)} ms.",
            ],
            Figures = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["first INVITE p50 ms"] = At(first, 0.5).TotalMilliseconds,
                ["first INVITE p99 ms"] = At(first, 0.99).TotalMilliseconds,
                ["reply p50 ms"] = At(reply, 0.5).TotalMilliseconds,
                ["calls compared"] = durable.Calls,
            },
        };
    }

    private static TimeSpan[] Sorted(IEnumerable<TimeSpan> times) => [.. times.Order()];

    /// <summary>The nearest rank.</summary>
    private static TimeSpan At(TimeSpan[] sorted, double share) => sorted[(int)Math.Ceiling(sorted.Length * share) - 1];

    private static string Whole(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("F1", CultureInfo.InvariantCulture);
}
