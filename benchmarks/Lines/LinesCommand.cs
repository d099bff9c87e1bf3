using System.CommandLine;
using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Lines;

/// <summary><c>lines</c> and <c>lines urgent</c>: how a node uses its carrier's lines, by the carrier's own record.</summary>
internal static class LinesCommand
{
    private static readonly RunReport Report = new("lines", "Lines: how they are used", "use", "urgent");

    public static Command Create()
    {
        var command = new Command("lines", "Fills the lines of a practice carrier in a process of its own and reads its record.");
        Configure(command, (plan, save) => UseRun.Run(plan, Report, save));
        var urgent = new Command("urgent", "Starts an urgent action beside a big one that holds all lines.");
        Configure(urgent, (plan, save) => UrgentRun.Run(plan, Report, save));
        command.Subcommands.Add(urgent);
        return command;
    }

    private static void Configure(Command command, Func<LinePlan, bool, Task<int>> run)
    {
        var participants = new Option<int>("--participants") { DefaultValueFactory = _ => 6_000 };
        var lines = new Option<int>("--lines") { DefaultValueFactory = _ => 200 };
        var rate = new Option<int>("--rate") { DefaultValueFactory = _ => 200, Description = "The carrier's calls a second." };
        var pace = new Option<double>("--pace") { DefaultValueFactory = _ => 0.3, Description = "Factor on the delays of phones." };
        var message = new Option<double>("--message") { DefaultValueFactory = _ => 3, Description = "Seconds." };
        var ring = new Option<double>("--ring") { DefaultValueFactory = _ => 6, Description = "Ring limit, seconds." };
        var anySpeed = new Option<bool>("--any-speed") { Description = "For tests: what depends on the machine's speed is no gate." };
        var save = new Option<bool>("--save") { Description = "Writes the report." };
        foreach (var option in new Option[] { participants, lines, rate, pace, message, ring, anySpeed, save })
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
            run(
                new LinePlan
                {
                    Participants = parsed.GetValue(participants),
                    Lines = parsed.GetValue(lines),
                    CallsPerSecond = parsed.GetValue(rate),
                    Pace = parsed.GetValue(pace),
                    Message = TimeSpan.FromSeconds(parsed.GetValue(message)),
                    RingLimit = TimeSpan.FromSeconds(parsed.GetValue(ring)),
                    AnySpeed = parsed.GetValue(anySpeed),
                },
                parsed.GetValue(save)
            )
        );
    }
}
