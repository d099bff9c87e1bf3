using System.CommandLine;
using System.Globalization;
using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Sms;

/// <summary><c>sms faults</c>: nodes, connections and the centre die in the middle of an action by SMS.</summary>
internal static class FaultCommand
{
    public static Command Create()
    {
        var report = new RunReport("sms-faults", "SMS: what dies in the middle");
        var people = new Option<int>("--people") { Description = "Who get a text.", DefaultValueFactory = _ => 50_000 };
        var rate = new Option<int>("--rate") { Description = "SMS a second.", DefaultValueFactory = _ => 1_500 };
        var window = new Option<int>("--window") { Description = "Texts without an answer at once.", DefaultValueFactory = _ => 1_000 };
        var answer = new Option<double>("--answer-after")
        {
            Description = "Seconds from submit to answer.",
            DefaultValueFactory = _ => 0.1,
        };
        var limit = new Option<double>("--answer-limit")
        {
            Description = "Seconds that a text may be without one.",
            DefaultValueFactory = _ => 5,
        };
        var grace = new Option<double>("--grace")
        {
            Description = "Seconds that an acknowledgement may be on its way to the store.",
            DefaultValueFactory = _ => 60,
        };
        var save = new Option<bool>("--save") { Description = "Store the result and render the report." };
        var command = new Command("faults", "An action by SMS on two nodes; a node, the connections and the centre die on its way.")
        {
            people,
            rate,
            window,
            answer,
            limit,
            grace,
            save,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                var plan = new FaultPlan
                {
                    People = parsed.GetValue(people),
                    Rate = parsed.GetValue(rate),
                    Window = parsed.GetValue(window),
                    AnswerAfter = TimeSpan.FromSeconds(parsed.GetValue(answer)),
                    AnswerLimit = TimeSpan.FromSeconds(parsed.GetValue(limit)),
                    Grace = TimeSpan.FromSeconds(parsed.GetValue(grace)),
                };
                await using var run = new FaultRun(plan);
                return report.Write(Section(plan, await run.Run()), parsed.GetValue(save));
            }
        );
        return command;
    }

    private static RunSection Section(FaultPlan plan, FaultOutcome outcome) =>
        new()
        {
            Name = "faults",
            Title = "Nodes, connections and the centre, on the way",
            Command = Text(
                $"sms faults --people {plan.People} --rate {plan.Rate} --window {plan.Window} --answer-after {plan.AnswerAfter.TotalSeconds} --answer-limit {plan.AnswerLimit.TotalSeconds} --grace {plan.Grace.TotalSeconds}"
            ),
            Method =
                Text(
                    $"One action by SMS for {plan.People:N0} people over two nodes, each with {FaultPlan.Binds} binds, on one PostgreSQL (fsync on), {plan.Rate:N0} SMS a second at most. The SMS centre is npm `smpp` 0.5.1 on Node.js behind a TCP proxy; it answers {plan.AnswerAfter.TotalSeconds} s after a submit and sends receipts {FaultPlan.ReceiptAfter.TotalSeconds} s after it. "
                )
                + "It writes each submit to its record before it answers, so the record outlives its death; started again on it, it goes on with the receipts that are due. "
                + Text(
                    $"Without an answer for {plan.AnswerLimit.TotalSeconds} s a text is given up. The killed node is replaced by a new one at once. Every figure is the database held against the centre's record, delivery by delivery, once all is over: a text is unknown where it was claimed and no acknowledgement of it was ever stored; one that the centre has is raised by its receipt, {plan.Grace.TotalSeconds} s after the receipt came."
                ),
            Columns =
            [
                "what went wrong",
                "deliveries done",
                "texts unknown by it",
                "of these in the centre's record",
                "raised by their receipt",
                "unknown for good",
            ],
            Rows = [.. outcome.Faults.Select(Row)],
            Gates =
            [
                new Gate("deliveries", Text($"{plan.People:N0}"), Text($"{outcome.Deliveries:N0}"), outcome.Deliveries == plan.People),
                None("deliveries without a final result", outcome.Open),
                None("deliveries that are neither on the handset nor unknown", outcome.Otherwise),
                None("people for whom the centre took more than one submit", outcome.Twice),
                None("submits after a stored acknowledgement", outcome.AfterAcknowledgement),
                new Gate(
                    "receipts with their delivery",
                    Text($"all {outcome.Receipts:N0}"),
                    Text($"{outcome.Matched:N0}"),
                    outcome.Matched == outcome.Receipts
                ),
                None("texts that the centre took and the dossier does not say are on the handset", outcome.NotRaised),
                None("texts that the dossier says are on the handset and the centre never took", outcome.Invented),
                new Gate(
                    "`verify` of the dossier",
                    "0",
                    outcome.Verified.ExitCode == 0
                        ? "0"
                        : Text($"{outcome.Verified.ExitCode}: {outcome.Verified.Output.ReplaceLineEndings(" ")}"),
                    outcome.Verified.ExitCode == 0
                ),
                new Gate(
                    "faults by which something became unknown",
                    "all",
                    Text($"{outcome.Faults.Count(fault => fault.Unknown > 0)} of {outcome.Faults.Count}"),
                    outcome.Faults.All(fault => fault.Unknown > 0),
                    IsGoal: true
                ),
            ],
            Notes =
            [
                Text(
                    $"The centre took {outcome.Submits:N0} submits. All had a result {outcome.Took.TotalSeconds:0.0} s after the start, and every receipt was with its delivery {outcome.Raising.TotalSeconds:0.0} s later."
                ),
            ],
            Figures = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["unknown"] = outcome.Faults.Sum(fault => fault.Unknown),
                ["raised"] = outcome.Faults.Sum(fault => fault.Raised),
                ["took s"] = outcome.Took.TotalSeconds,
            },
        };

    private static string[] Row(FaultTally fault) =>
        [
            fault.What,
            Text($"{fault.Done:N0}"),
            Text($"{fault.Unknown:N0}"),
            Text($"{fault.Taken:N0}"),
            Text($"{fault.Raised:N0}"),
            Text($"{fault.Left:N0}"),
        ];

    private static Gate None(string what, int seen) => new(what, "0", Text($"{seen:N0}"), seen == 0);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
