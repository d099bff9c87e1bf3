using System.CommandLine;
using Burgernet.Benchmarks.Lines;
using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Away;

/// <summary><c>benchmarks -- database-away</c>: what an action does while its database is not there.</summary>
internal static class AwayCommand
{
    private static readonly RunReport Report = new(
        "database-away",
        "The database goes away in the middle of an action",
        "immediate",
        "fast"
    );

    public static Command Create()
    {
        var participants = new Option<int>("--participants") { DefaultValueFactory = _ => 2_000 };
        var lines = new Option<int>("--lines") { DefaultValueFactory = _ => 200 };
        var rate = new Option<int>("--rate") { DefaultValueFactory = _ => 200, Description = "The carrier's calls a second." };
        var pace = new Option<double>("--pace") { DefaultValueFactory = _ => 0.3, Description = "Factor on the delays of phones." };
        var message = new Option<double>("--message") { DefaultValueFactory = _ => 3, Description = "Seconds." };
        var ring = new Option<double>("--ring") { DefaultValueFactory = _ => 6, Description = "Ring limit, seconds." };
        var away = new Option<double>("--away") { DefaultValueFactory = _ => 20, Description = "Seconds that the server is stopped." };
        var mode = new Option<string>("--mode")
        {
            DefaultValueFactory = _ => "immediate",
            Description = "How it is stopped: immediate (as in a crash) or fast (in order).",
        };
        mode.AcceptOnlyFromAmong("immediate", "fast");
        var anySpeed = new Option<bool>("--any-speed") { Description = "For tests: what depends on the machine's speed is no gate." };
        var save = new Option<bool>("--save") { Description = "Writes the report." };
        var command = new Command("database-away", "Stops PostgreSQL in the middle of an action and starts it again.")
        {
            participants,
            lines,
            rate,
            pace,
            message,
            ring,
            away,
            mode,
            anySpeed,
            save,
        };
        command.SetAction(
            (parsed, _) =>
            {
                var plan = new AwayPlan(
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
                    TimeSpan.FromSeconds(parsed.GetValue(away)),
                    parsed.GetValue(mode) == "fast"
                );
                return new AwayRun(plan).Run(Report, parsed.GetValue(save));
            }
        );
        return command;
    }
}
