using System.CommandLine;
using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Chaos;

/// <summary><c>benchmarks -- chaos</c>: a cluster whose nodes, database and trunk fail one after the other, with the carrier as the witness.</summary>
internal static class ChaosCommand
{
    private static readonly RunReport Report = new(
        "chaos",
        "Nodes die, freeze and come, the database restarts, the trunk is in trouble",
        "large",
        "small"
    );

    public static Command Create()
    {
        var people = new Option<int>("--people")
        {
            DefaultValueFactory = _ => 11_800,
            Description = "People in the register: both actions together call about 1.7 times as many.",
        };
        var nodes = new Option<int>("--nodes") { DefaultValueFactory = _ => 3 };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
        var faults = new Option<string>("--faults")
        {
            DefaultValueFactory = _ => "kill,freeze,start,postgres,trunk503",
            Description = "What to draw from: postgres and trunk503 happen once.",
        };
        var inOrder = new Option<bool>("--in-order") { Description = "Makes the faults once each, as listed." };
        var between = new Option<double>("--between") { DefaultValueFactory = _ => 30, Description = "Seconds between faults." };
        var frozen = new Option<double>("--frozen")
        {
            DefaultValueFactory = _ => 20,
            Description = "Seconds that a frozen node stands still.",
        };
        var trouble = new Option<double>("--trouble")
        {
            DefaultValueFactory = _ => 10,
            Description = "Seconds that the trunk answers 503.",
        };
        var lines = new Option<int>("--lines") { DefaultValueFactory = _ => 90 };
        var rate = new Option<int>("--rate") { DefaultValueFactory = _ => 60, Description = "Calls a second that the nodes keep to." };
        var pace = new Option<double>("--pace") { DefaultValueFactory = _ => 0.1, Description = "Factor on the delays of phones." };
        var message = new Option<double>("--message") { DefaultValueFactory = _ => 3, Description = "Seconds." };
        var ring = new Option<double>("--ring") { DefaultValueFactory = _ => 4, Description = "Ring limit, seconds." };
        var anySpeed = new Option<bool>("--any-speed") { Description = "For tests: what depends on the machine's speed is no gate." };
        var logs = new Option<string?>("--logs") { Description = "A folder: what each node printed is written there at the end." };
        var save = new Option<bool>("--save") { Description = "Writes the report." };
        var command = new Command("chaos", "Lets nodes, database and trunk fail in the middle of two actions.")
        {
            people,
            nodes,
            seed,
            faults,
            inOrder,
            between,
            frozen,
            trouble,
            lines,
            rate,
            pace,
            message,
            ring,
            anySpeed,
            logs,
            save,
        };
        command.SetAction(
            (parsed, _) =>
                new ChaosRun(
                    new ChaosPlan
                    {
                        People = parsed.GetValue(people),
                        Nodes = parsed.GetValue(nodes),
                        Seed = parsed.GetValue(seed),
                        Faults =
                        [
                            .. parsed
                                .GetValue(faults)!
                                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                                .Select(kind => Enum.Parse<ChaosFaultKind>(kind, ignoreCase: true)),
                        ],
                        InOrder = parsed.GetValue(inOrder),
                        Between = TimeSpan.FromSeconds(parsed.GetValue(between)),
                        Frozen = TimeSpan.FromSeconds(parsed.GetValue(frozen)),
                        Trouble = TimeSpan.FromSeconds(parsed.GetValue(trouble)),
                        Lines = parsed.GetValue(lines),
                        CallsPerSecond = parsed.GetValue(rate),
                        Pace = parsed.GetValue(pace),
                        Message = TimeSpan.FromSeconds(parsed.GetValue(message)),
                        RingLimit = TimeSpan.FromSeconds(parsed.GetValue(ring)),
                        AnySpeed = parsed.GetValue(anySpeed),
                    }
                ).Run(Report, parsed.GetValue(save), parsed.GetValue(logs))
        );
        return command;
    }
}
