using System.CommandLine;
using System.Globalization;
using Burgernet.Benchmarks.Imports;
using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Sms;

/// <summary><c>sms engine</c>: from the start of an action until every text is acknowledged, and every receipt with its delivery.</summary>
internal static class EngineCommand
{
    private const double GoalPerSecond = 5_000;

    public static Command Create()
    {
        var report = new RunReport("sms-engine", "SMS: the whole engine", "npm", "practice", "statements");
        var people = new Option<int>("--people") { Description = "Who get a text.", DefaultValueFactory = _ => 100_000 };
        var warm = new Option<int>("--warm") { Description = "Who get one before, elsewhere.", DefaultValueFactory = _ => 20_000 };
        var binds = new Option<int>("--binds") { Description = "Binds to the centre.", DefaultValueFactory = _ => 4 };
        var window = new Option<int>("--window") { Description = "Texts without an answer at once.", DefaultValueFactory = _ => 4_000 };
        var after = new Option<double>("--receipt-after")
        {
            Description = "Seconds from submit to receipt (npm's).",
            DefaultValueFactory = _ => 3,
        };
        var practice = new Option<bool>("--practice") { Description = "Our practice centre instead of npm's." };
        var set = new Option<string[]>("--set") { Description = "Further settings of the node.", AllowMultipleArgumentsPerToken = true };
        var statements = new Option<bool>("--statements") { Description = "Report which statements took PostgreSQL how long instead." };
        var save = new Option<bool>("--save") { Description = "Store the result and render the report." };
        var command = new Command("engine", "The whole engine: an action by SMS on one node with PostgreSQL.")
        {
            people,
            warm,
            binds,
            window,
            after,
            practice,
            set,
            statements,
            save,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                var plan = new EnginePlan
                {
                    People = parsed.GetValue(people),
                    WarmUp = parsed.GetValue(warm),
                    Binds = parsed.GetValue(binds),
                    Window = parsed.GetValue(window),
                    ReceiptAfter = TimeSpan.FromSeconds(parsed.GetValue(after)),
                    Practice = parsed.GetValue(practice),
                    Statements = parsed.GetValue(statements),
                    Settings = parsed.GetValue(set) ?? [],
                };
                var outcome = await new EngineRun(plan).Run();
                return report.Write(outcome.Statements ?? Section(plan, outcome), parsed.GetValue(save));
            }
        );
        return command;
    }

    private static RunSection Section(EnginePlan plan, EngineOutcome outcome)
    {
        var rate = plan.People / outcome.Stored.TotalSeconds;
        double Each(double cores) => cores * outcome.Stored.TotalMicroseconds / plan.People;
        var centre = plan.Practice ? "our practice centre" : "npm `smpp` 0.5.1 on Node.js";
        return new RunSection
        {
            Name = plan.Practice ? "practice" : "npm",
            Title = plan.Practice ? "With our practice centre" : "With npm's SMPP server",
            Command = Text($"sms engine{(plan.Practice ? " --practice" : "")} --binds {plan.Binds} --window {plan.Window}"),
            Method =
                Text(
                    $"{plan.People:N0} people, each with one text of one SMS (87 characters), receipts asked for. The node (one process, its own API), PostgreSQL (fsync on; {string.Join(", ", InventedRegister.Settings)}) and the SMS centre ({centre}) are processes of their own on this machine, over loopback; {plan.Binds} binds, at most {plan.Window:N0} texts without an answer, a rate far above. "
                )
                + Text(
                    $"Another action of {plan.WarmUp:N0} texts elsewhere goes before, so that nothing is compiled any more. From right before the request to start is sent, by the machine's monotonic clock. The centre writes each submit to its record before it answers. "
                )
                + "Matched: delivery by delivery, the database is held against the centre's own record: the centre's name for the text stands with the delivery of the person whom it was for, and the result is that it is on the handset.",
            Columns =
            [
                "texts",
                "first submit ms",
                "last answer s",
                "all stored s",
                "SMS/s",
                "most answers in a second",
                "last receipt stored s",
                "all matched s",
                "cores: node",
                "PostgreSQL",
                "centre",
                "machine",
            ],
            Rows =
            [
                [
                    Text($"{plan.People:N0}"),
                    Text($"{outcome.FirstSubmit.TotalMilliseconds:N0}"),
                    Text($"{outcome.LastAnswer.TotalSeconds:0.00}"),
                    Text($"{outcome.Stored.TotalSeconds:0.00}"),
                    Text($"{rate:N0}"),
                    Text($"{outcome.MostInASecond:N0}"),
                    Text($"{outcome.LastReceipt.TotalSeconds:0.00}"),
                    Text($"{outcome.Reached.TotalSeconds:0.00}"),
                    Text($"{outcome.Cores.Node:0.00}"),
                    Text($"{outcome.Cores.Database:0.00}"),
                    Text($"{outcome.Cores.Centre:0.00}"),
                    Text($"{outcome.Cores.Machine:0.00}"),
                ],
            ],
            Gates =
            [
                new Gate(
                    "SMS a second, from the start until every acknowledgement is stored",
                    Text($"≥ {GoalPerSecond:N0}"),
                    Text($"{rate:N0}"),
                    rate >= GoalPerSecond,
                    IsGoal: true
                ),
                new Gate("deliveries", Text($"{plan.People:N0}"), Text($"{outcome.Deliveries:N0}"), outcome.Deliveries == plan.People),
                new Gate("people with more than one submit", "0", Text($"{outcome.Twice:N0}"), outcome.Twice == 0),
                new Gate(
                    "receipts that the node acknowledged",
                    Text($"{outcome.Submits:N0}"),
                    Text($"{outcome.Receipts:N0}"),
                    outcome.Receipts == outcome.Submits
                ),
                new Gate(
                    "receipts with their delivery",
                    Text($"all {outcome.Receipts:N0}"),
                    Text($"{outcome.Matched:N0}"),
                    outcome.Matched == outcome.Receipts
                ),
            ],
            Notes =
            [
                Text(
                    $"Processor time for each SMS until all was stored: node {Each(outcome.Cores.Node):0} µs, PostgreSQL {Each(outcome.Cores.Database):0} µs, centre {Each(outcome.Cores.Centre):0} µs; the machine was busy for {outcome.Cores.Machine:0.00} of its {Environment.ProcessorCount} cores (what is in none of the three is the kernel's, of who measures, and of whatever else ran on it)."
                ),
            ],
            Figures = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["smsPerSecond"] = Math.Round(rate),
                ["all stored s"] = outcome.Stored.TotalSeconds,
                ["last answer s"] = outcome.LastAnswer.TotalSeconds,
                ["all matched s"] = outcome.Reached.TotalSeconds,
                ["reply to start ms"] = outcome.Started.TotalMilliseconds,
            },
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
