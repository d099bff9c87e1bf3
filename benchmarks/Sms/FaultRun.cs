using System.Globalization;
using System.Net;
using Burgernet.Benchmarks.Imports;
using Burgernet.Benchmarks.Storage;
using Burgernet.Dialing;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Sms;

/// <summary>One action by SMS on two nodes with a real PostgreSQL. On its way a node is killed, the connections to the centre are cut, go silent and come late, and the centre is killed.</summary>
internal sealed class FaultRun(FaultPlan plan) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);

    /// <summary>Longer than it takes until a text counts as unanswered, which is looked at twice a second.</summary>
    private static readonly TimeSpan Beyond = TimeSpan.FromSeconds(1);

    /// <summary>Receipts that the centre owes come within this, and are told to their actions.</summary>
    private static readonly TimeSpan LastReceipts = TimeSpan.FromSeconds(25);

    private readonly TemporaryFolder _folder = new();
    private readonly List<NodeProcess> _nodes = [];
    private readonly List<FaultMoment> _faults = [];
    private PostgresCluster _server = null!;
    private NodeCentre _centre = null!;
    private TcpProxy _way = null!;
    private string _connection = "";
    private string _killed = "";
    private SmsRoom _room = null!;
    private string _action = "";

    /// <summary>Runs it.</summary>
    public async Task<FaultOutcome> Run()
    {
        _server = await PostgresCluster.Start(PostgresPrograms.Folder, InventedRegister.Settings);
        _connection = await _server.CreateDatabase();
        var register = await SmsRegister.Fill(_connection, plan.People, 0);
        _centre = new NodeCentre(Path.Combine(_folder.Path, "record.txt"), FaultPlan.ReceiptAfter, plan.AnswerAfter);
        await _centre.Start();
        _way = TcpProxy.Start(new IPEndPoint(IPAddress.Loopback, _centre.Port));
        var nodes = await Task.WhenAll(Join(), Join());
        var (first, (second, port)) = (nodes[0].Node, nodes[1]);
        _room = new SmsRoom(first.Address);
        await Until("every cell is in memory", _room.IsWarm);
        _action = await _room.Draft(SmsRegister.Place);
        var began = TimeProvider.System.GetTimestamp();
        await _room.Start(_action);

        await Fault(
            "kill -9 of one of two nodes",
            0.08,
            async () =>
            {
                _killed = string.Create(CultureInfo.InvariantCulture, $":{port}@");
                await second.Kill();
            }
        );
        var joining = Join();
        await Fault(
            "every connection reset",
            0.22,
            () =>
            {
                _way.Cut();
                return Task.CompletedTask;
            }
        );
        await Fault(
            "half-open: nothing gets through, then a reset",
            0.34,
            async () =>
            {
                _way.Stall();
                await Task.Delay(plan.AnswerLimit + Beyond, TimeProvider.System);
                _way.Cut();
                _way.Flow();
            }
        );
        await Fault(
            "silence: everything comes through late",
            0.46,
            async () =>
            {
                _way.Stall();
                await Task.Delay(plan.AnswerLimit + Beyond, TimeProvider.System);
                _way.Flow();
            }
        );
        await Fault(
            "kill -9 of the SMS centre, back after 2 s",
            0.60,
            async () =>
            {
                await _centre.Kill();
                await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
                await _centre.Start();
            }
        );
        await joining;
        await Until("every delivery has its result", async () => (await Progress()).GetProperty("complete").GetBoolean());
        var took = TimeProvider.System.GetElapsedTime(began);
        var people = register.Index();
        await UntilRaised(people);
        var raising = TimeProvider.System.GetElapsedTime(began) - took;
        var checkedBy = await NodeProcess.RunToEnd([
            "verify",
            SmsRoom.IdOf(_action).ToString("D"),
            "--Burgernet:Node:Language=en",
            $"--Burgernet:Storage:Folder={Path.Combine(_folder.Path, "data")}",
            .. Settings(0).Select(setting => $"--{setting}"),
        ]);
        var rows = (await SmsTable.Read(_connection, SmsRoom.IdOf(_action))).ToDictionary(row => people[row.Participant]);
        return Outcome(rows, _centre.Record) with { Took = took, Raising = raising, Verified = checkedBy };
    }

    public async ValueTask DisposeAsync()
    {
        _room?.Dispose();
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await (_way?.DisposeAsync() ?? ValueTask.CompletedTask);
        _centre?.Dispose();
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder.Dispose();
    }

    private FaultOutcome Outcome(Dictionary<int, SmsRow> rows, IReadOnlyList<CentreSubmit> submits)
    {
        var taken = submits.ToLookup(submit => submit.Person);
        var given = submits.Where(submit => submit.ReceiptAt is not null).ToArray();
        var acknowledged = rows.Where(row => row.Value.End == CallEnd.Accepted).ToArray();
        return new FaultOutcome
        {
            Faults = [.. Tallies(rows, taken)],
            Took = default,
            Raising = default,
            Verified = default,
            Deliveries = rows.Count,
            Open = rows.Values.Count(row => row.Result == DeliveryResult.None),
            Otherwise = rows.Values.Count(row =>
                row.Result is not (DeliveryResult.None or DeliveryResult.ToHandset or DeliveryResult.Unknown)
            ),
            Submits = submits.Count,
            Twice = taken.Count(person => person.Count() > 1),
            AfterAcknowledgement = acknowledged.Sum(row => taken[row.Key].Count(submit => Utc(submit.At) > row.Value.EndedAt)),
            Receipts = given.Length,
            Matched = given.Count(submit => IsOnHandset(rows, submit)),
            NotRaised = submits.Count(submit => !IsOnHandset(rows, submit)),
            Invented = rows.Count(row => row.Value.Result == DeliveryResult.ToHandset && !taken[row.Key].Any()),
        };
    }

    private IEnumerable<FaultTally> Tallies(Dictionary<int, SmsRow> rows, ILookup<int, CentreSubmit> taken)
    {
        var unknown = rows.Where(row => row.Value.Attempts > 0 && row.Value.End is CallEnd.None or CallEnd.Unacknowledged)
            .GroupBy(row => FaultOf(row.Value))
            .ToDictionary(group => group.Key, group => group.ToArray());
        foreach (var (fault, number) in _faults.Select((fault, number) => (fault, number)))
        {
            yield return Tally(fault.What, fault.Done, unknown.GetValueOrDefault(number, []), taken);
        }

        if (unknown.TryGetValue(-1, out var others))
        {
            yield return Tally("none of these", 0, others, taken);
        }
    }

    private static FaultTally Tally(string what, int done, KeyValuePair<int, SmsRow>[] unknown, ILookup<int, CentreSubmit> taken)
    {
        var there = Array.FindAll(unknown, row => taken[row.Key].Any());
        return new FaultTally(
            what,
            done,
            unknown.Length,
            there.Length,
            there.Count(row => row.Value.Result == DeliveryResult.ToHandset),
            unknown.Count(row => row.Value.Result == DeliveryResult.Unknown)
        );
    }

    /// <summary>Of a dead node's claims no end is stored; of the others the end came with the fault, or once the answer was given up.</summary>
    private int FaultOf(SmsRow row) =>
        row.End == CallEnd.None
            ? (row.Incarnation.Contains(_killed, StringComparison.Ordinal) ? 0 : -1)
            : _faults.FindLastIndex(fault => fault.From <= row.EndedAt && row.ClaimedAt <= fault.Until);

    private static bool IsOnHandset(Dictionary<int, SmsRow> rows, CentreSubmit submit) =>
        rows.TryGetValue(submit.Person, out var row)
        && row.Result == DeliveryResult.ToHandset
        && row.CentreIds.Contains(submit.Id, StringComparer.Ordinal);

    /// <summary>Waits until every text that the centre took is on its handset by the dossier, or until that is not to be expected any more.</summary>
    private async Task UntilRaised(Dictionary<Guid, int> people)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
            var rows = (await SmsTable.Read(_connection, SmsRoom.IdOf(_action))).ToDictionary(row => people[row.Participant]);
            var missing = _centre.Record.Where(submit => !IsOnHandset(rows, submit)).ToArray();
            if (missing.Length == 0)
            {
                return;
            }

            if (TimeProvider.System.GetElapsedTime(began) > plan.Grace + LastReceipts)
            {
                foreach (var submit in missing)
                {
                    Console.WriteLine($"not raised: {submit}, {rows[submit.Person]}");
                }

                return;
            }
        }
    }

    /// <summary>Waits until so many have a result and texts flow again, then lets something go wrong.</summary>
    /// <remarks>What piles up in a fault is done at once after it, so the last begins long before all is over.</remarks>
    private async Task Fault(string what, double share, Func<Task> fault)
    {
        await After(share);
        var before = await _centre.Count();
        await Until(
            "texts flow",
            async () => await After(share) > 0 && (await _centre.Count()).Submits >= before.Submits + (plan.People / 50)
        );
        var done = await After(share);
        var from = TimeProvider.System.GetUtcNow();
        await fault();
        _faults.Add(new FaultMoment(what, from, TimeProvider.System.GetUtcNow(), done));
    }

    private async Task<int> After(double share)
    {
        var done = 0;
        await Until(
            string.Create(CultureInfo.InvariantCulture, $"{share:P0} had a result"),
            async () =>
            {
                var progress = await Progress();
                done = progress.GetProperty("done").GetInt32();
                return progress.GetProperty("complete").GetBoolean()
                    ? throw new InvalidOperationException("All was over before everything went wrong: more people, or a lower rate")
                    : done >= plan.People * share;
            }
        );
        return done;
    }

    private Task<System.Text.Json.JsonElement> Progress() => _room.Progress(_action);

    private async Task<(NodeProcess Node, int Port)> Join()
    {
        var port = FreeUdpPort.TakeWithTcp();
        var node = await NodeProcess.StartNode(Path.Combine(_folder.Path, "data"), Settings(port));
        lock (_nodes)
        {
            _nodes.Add(node);
        }

        return (node, port);
    }

    private string[] Settings(int port) =>
        [
            .. SmsSettings.Of(_connection, _way.EndPoint.Port, FaultPlan.Binds, plan.Window, plan.Rate),
            .. port == 0
                ? (string[])[]
                :
                [
                    "Burgernet:Cluster:Id=sms",
                    Setting($"Burgernet:Node:SiloPort={port}"),
                    Setting($"Burgernet:Node:GatewayPort={FreeUdpPort.TakeWithTcp()}"),
                ],
            Setting($"Burgernet:SmsCentres:0:AnswerLimit={plan.AnswerLimit:c}"),
            "Burgernet:SmsCentres:0:FirstBackOff=00:00:00.2",
            "Burgernet:SmsCentres:0:LongestBackOff=00:00:02",
            Setting($"Burgernet:Receipts:AcknowledgementGrace={plan.Grace:c}"),
        ];

    private async Task Until(string what, Func<Task<bool>> holds)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await Holds(holds))
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException(
                    $"{what} did not come about within {Patience}\n{string.Join('\n', _nodes.Select(node => node.Output))}"
                );
            }

            await Task.Delay(Look, TimeProvider.System);
        }
    }

    private static async Task<bool> Holds(Func<Task<bool>> holds)
    {
        try
        {
            return await holds();
        }
        catch (HttpRequestException)
        {
            // Whoever is asked may be on its way from the node that died.
            return false;
        }
    }

    private static DateTimeOffset Utc(long nanoseconds) =>
        TimeProvider.System.GetUtcNow()
        - (Burgernet.Practice.PracticeMoment.Now(TimeProvider.System).Monotonic - TimeSpan.FromTicks(nanoseconds / 100));

    private static string Setting(FormattableString setting) => setting.ToString(CultureInfo.InvariantCulture);
}
