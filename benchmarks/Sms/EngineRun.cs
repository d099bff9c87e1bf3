using Burgernet.Benchmarks.Imports;
using Burgernet.Benchmarks.Storage;
using Burgernet.Dialing;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Sms;

/// <summary>The whole engine: one action by SMS on one node with a real PostgreSQL, until the last receipt is with its delivery.</summary>
internal sealed class EngineRun(EnginePlan plan)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);

    /// <summary>Runs it.</summary>
    public async Task<EngineOutcome> Run()
    {
        using var folder = new TemporaryFolder();
        var record = Path.Combine(folder.Path, "record.txt");
        await using var server = await PostgresCluster.Start(
            PostgresPrograms.Folder,
            [.. InventedRegister.Settings, .. plan.Statements ? SmsStatements.Settings : []]
        );
        var connection = await server.CreateDatabase();
        var register = await SmsRegister.Fill(connection, plan.People, plan.WarmUp);
        await using var centre = await EngineCentre.Start(plan, record);
        await using var node = await NodeProcess.StartNode(
            Path.Combine(folder.Path, "data"),
            [.. SmsSettings.Of(connection, centre.Port, plan.Binds, plan.Window, EnginePlan.Rate), .. plan.Settings]
        );
        using var room = new SmsRoom(node.Address);
        await Until("every cell is in memory", room.IsWarm, node);
        if (plan.WarmUp > 0)
        {
            var before = await room.Draft(SmsRegister.Elsewhere);
            await room.Start(before);
            await Until("everybody elsewhere was reached", () => Has(room, before, "reached", plan.WarmUp), node);
        }

        var action = await room.Draft(SmsRegister.Place);
        await (plan.Statements ? SmsStatements.Begin(connection) : Task.CompletedTask);
        var used = Used();
        var asked = Now();
        await room.Start(action);
        var started = Now() - asked;
        await Until("every acknowledgement was stored", () => Has(room, action, "done", plan.People), node);
        var stored = Now() - asked;
        var now = Used();
        await Until("everybody was reached", () => Has(room, action, "reached", plan.People), node);
        var reached = Now() - asked;
        var statements = plan.Statements ? await SmsStatements.Read(connection, plan) : null;

        return Outcome(
            register.Index(),
            [.. centre.Record(record).Where(submit => submit.Person < plan.People)],
            await SmsTable.Read(connection, SmsRoom.IdOf(action)),
            asked
        ) with
        {
            Started = started,
            Stored = stored,
            Reached = reached,
            Statements = statements,
            Cores = new EngineCores(
                (now.Node - used.Node) / stored.TotalSeconds,
                (now.Database - used.Database) / stored.TotalSeconds,
                (now.Centre - used.Centre) / stored.TotalSeconds,
                (now.Machine - used.Machine) / stored.TotalSeconds
            ),
        };

        EngineCores Used() =>
            new(
                node.ProcessorTime.TotalSeconds,
                ProcessorTimes.Postgres(server.EndPoint.Port),
                centre.ProcessorTime.TotalSeconds,
                ProcessorTimes.Machine()
            );
    }

    private static EngineOutcome Outcome(Dictionary<Guid, int> people, List<CentreSubmit> submits, List<SmsRow> rows, TimeSpan asked)
    {
        var byPerson = rows.ToDictionary(row => people[row.Participant]);
        var given = submits.FindAll(submit => submit.ReceiptAt is not null);
        return new EngineOutcome
        {
            Started = default,
            Stored = default,
            Reached = default,
            Cores = new EngineCores(0, 0, 0, 0),
            FirstSubmit = Moment(submits.Min(submit => submit.At)) - asked,
            LastAnswer = Moment(submits.Max(submit => submit.AnsweredAt ?? submit.At)) - asked,
            LastReceipt = Moment(given.Max(submit => submit.ReceiptAt!.Value)) - asked,
            MostInASecond = MostInASecond([.. submits.Select(submit => submit.AnsweredAt ?? submit.At).Order()]),
            Submits = submits.Count,
            Twice = submits.CountBy(submit => submit.Person).Count(person => person.Value > 1),
            Receipts = given.Count,
            Matched = given.Count(submit =>
                byPerson.TryGetValue(submit.Person, out var row)
                && row.Result == DeliveryResult.ToHandset
                && row.CentreIds.Contains(submit.Id, StringComparer.Ordinal)
            ),
            Deliveries = rows.Count,
        };
    }

    private static int MostInASecond(long[] times)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < times.Length; last++)
        {
            while (times[last] - times[first] >= 1_000_000_000)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    private static async Task<bool> Has(SmsRoom room, string action, string what, int people) =>
        (await room.Progress(action)).GetProperty(what).GetInt32() >= people;

    private static async Task Until(string what, Func<Task<bool>> holds, NodeProcess node)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException($"{what} did not come about within {Patience}\n{node.Output}");
            }

            await Task.Delay(Look, TimeProvider.System);
        }
    }

    private static TimeSpan Now() => Burgernet.Practice.PracticeMoment.Now(TimeProvider.System).Monotonic;

    private static TimeSpan Moment(long nanoseconds) => TimeSpan.FromTicks(nanoseconds / 100);
}
