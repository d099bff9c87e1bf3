using System.Text.Json;
using Burgernet.Benchmarks.Reports;
using Burgernet.Benchmarks.Storage;
using Burgernet.Practice;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Chaos;

/// <summary>Two actions on a cluster whose parts fail one after the other.</summary>
internal sealed class ChaosRun(ChaosPlan plan)
{
    private const double Everyone = 10_000;
    private const double Near = 4_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly Random _random = new(plan.Seed);
    private readonly List<ChaosFault> _faults = [];

    public async Task<int> Run(RunReport report, bool save, string? logs)
    {
        await using var server = await PostgresCluster.Start(PostgresPrograms.Folder, "max_connections=300");
        await using var cluster = await ChaosCluster.Start(plan, server);
        try
        {
            return await Run(cluster, report, save);
        }
        finally
        {
            if (logs is not null)
            {
                await cluster.WriteLogs(logs);
            }
        }
    }

    private async Task<int> Run(ChaosCluster cluster, RunReport report, bool save)
    {
        using var room = new ChaosRoom(cluster);
        Say($"{cluster.Nodes.Count} nodes are up");
        var big = await room.Start("theft", Everyone, plan.Message);
        var urgent = await room.Start("missing-child", Near, plan.Message);
        Guid[] actions = [big, urgent];
        await Until("both had placed calls", cluster, async () => await cluster.Database.Claims() > plan.Lines, Patience);
        await MakeFaults(cluster, () => AllComplete(room, actions));

        // What waits waits for lines: after all faults these are the only limit.
        var longest = Patience + TimeSpan.FromSeconds(4.0 * plan.People / plan.CallsPerSecond);
        await Until("both actions were complete", cluster, () => AllComplete(room, actions), longest);
        await Until(
            "the carrier had no call left",
            cluster,
            () => Task.FromResult(cluster.Record.All(call => call.Ended is not null)),
            Patience
        );

        var selected = 0;
        var deliveries = new Dictionary<Guid, List<JsonElement>>();
        foreach (var action in actions)
        {
            selected += (await room.Progress(action)).GetProperty("selected").GetInt32();
            deliveries[action] = await room.Deliveries(action);
        }

        var outcome = new ChaosOutcome(new ChaosWitness(cluster.Record), await cluster.Database.Attempts(), deliveries, _faults);
        var verified = await cluster.Verify();
        var code = report.Write(ChaosReport.Section(plan, outcome, _faults, selected, verified), save);
        if (code != 0)
        {
            Console.WriteLine(string.Join('\n', outcome.Disagreements));
            Console.WriteLine(verified.Output);
            Console.WriteLine(cluster.Output);
        }

        return code;
    }

    private static async Task<bool> AllComplete(ChaosRoom room, Guid[] actions)
    {
        foreach (var action in actions)
        {
            if (!(await room.Progress(action)).GetProperty("complete").GetBoolean())
            {
                return false;
            }
        }

        return true;
    }

    private async Task MakeFaults(ChaosCluster cluster, Func<Task<bool>> isOver)
    {
        // What happens once is put at a place of its own among the first few.
        var once = new Queue<ChaosFaultKind>(plan.InOrder ? plan.Faults : Shuffled(plan.Faults.Where(IsOnce)));
        var again = plan.Faults.Where(kind => !IsOnce(kind)).ToArray();
        for (var turn = 0; ; turn++)
        {
            var next = TimeProvider.System.GetTimestamp();
            while (TimeProvider.System.GetElapsedTime(next) < plan.Between)
            {
                if (!plan.InOrder && await isOver())
                {
                    return;
                }

                await Task.Delay(Look, TimeProvider.System);
            }

            if (plan.InOrder ? once.Count == 0 : again.Length == 0 && once.Count == 0)
            {
                return;
            }

            var takesOnce = once.Count > 0 && (plan.InOrder || again.Length == 0 || turn % 2 == 1);
            await Make(Possible(cluster, takesOnce ? once.Dequeue() : again[_random.Next(again.Length)]), cluster);
        }
    }

    /// <summary>One node always runs: where too few do, one is started instead; where enough do, none is.</summary>
    private ChaosFaultKind Possible(ChaosCluster cluster, ChaosFaultKind drawn) =>
        drawn switch
        {
            ChaosFaultKind.Kill or ChaosFaultKind.Freeze when cluster.Nodes.Count < 2 => ChaosFaultKind.Start,
            ChaosFaultKind.Start when cluster.Nodes.Count >= plan.Nodes => ChaosFaultKind.Kill,
            _ => drawn,
        };

    private async Task Make(ChaosFaultKind kind, ChaosCluster cluster)
    {
        var nodes = cluster.Nodes;
        var node = kind is ChaosFaultKind.Kill or ChaosFaultKind.Freeze ? nodes[_random.Next(nodes.Count)] : null;
        var answered = await cluster.Database.Answered();
        var read = Now();
        var at = read;
        Say($"{kind} {node?.Number} begins; {answered.Count} answers are stored");
        switch (kind)
        {
            case ChaosFaultKind.Kill:
                await cluster.Kill(node!);
                break;
            case ChaosFaultKind.Freeze:
                await cluster.Freeze(node!, plan.Frozen);
                break;
            case ChaosFaultKind.Start:
                node = await cluster.Join();
                break;
            case ChaosFaultKind.Postgres:
                await cluster.Server.Stop(inOrder: false);
                await cluster.Server.StartAgain();
                break;
            case ChaosFaultKind.Trunk503:
                cluster.Carrier.TurnAway(true);
                await Task.Delay(plan.Trouble, TimeProvider.System);
                cluster.Carrier.TurnAway(false);
                break;
        }

        _faults.Add(new ChaosFault(kind, node?.Number, node?.Incarnation, at, kind == ChaosFaultKind.Kill ? at : Now(), answered, read));
        Say($"{kind} {node?.Number} is over; {cluster.Nodes.Count} nodes run");
    }

    private static async Task Until(string what, ChaosCluster cluster, Func<Task<bool>> holds, TimeSpan limit)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            if (TimeProvider.System.GetElapsedTime(began) > limit)
            {
                throw new TimeoutException(
                    $"Within {limit} it did not come about that {what}\n{await cluster.Describe()}\n{cluster.Output}"
                );
            }

            await Task.Delay(Look, TimeProvider.System);
        }
    }

    private ChaosFaultKind[] Shuffled(IEnumerable<ChaosFaultKind> kinds)
    {
        var all = kinds.ToArray();
        _random.Shuffle(all);
        return all;
    }

    private static bool IsOnce(ChaosFaultKind kind) => kind is ChaosFaultKind.Postgres or ChaosFaultKind.Trunk503;

    private static TimeSpan Now() => PracticeMoment.Now(TimeProvider.System).Monotonic;

    private static void Say(string what) => Console.WriteLine($"{TimeProvider.System.GetUtcNow():HH:mm:ss} {what}");
}
