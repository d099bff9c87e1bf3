using System.CommandLine;
using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Scale;

/// <summary><c>scale</c>, <c>rate</c>, <c>join</c> and <c>stop</c>: clusters of processes on PostgreSQL.</summary>
internal static class ScaleCommand
{
    private static readonly RunReport Report = new("scale", "Clusters: more nodes, and stopping them", "nodes", "rate", "join", "stop");

    /// <summary><c>scale</c>.</summary>
    public static Command Create()
    {
        var nodes = new Option<int[]>("--nodes") { AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1, 2, 3, 4] };
        var lines = new Option<int>("--lines") { DefaultValueFactory = _ => 50, Description = "To each node." };
        var ramp = new Option<int>("--ramp")
        {
            DefaultValueFactory = _ => 60,
            Description = "Seconds before it counts: until then nodes compile.",
        };
        var span = new Option<int>("--span") { DefaultValueFactory = _ => 30, Description = "Seconds that count." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 2, Description = "Over all sizes." };
        var participants = new Option<int>("--participants") { DefaultValueFactory = _ => 20_000 };
        var (anySpeed, save) = Common();
        var command = new Command(
            "scale",
            "Fills the lines of clusters of nodes, the same to each node: calls a minute and processor time."
        )
        {
            nodes,
            lines,
            ramp,
            span,
            rounds,
            participants,
            anySpeed,
            save,
        };
        command.SetAction(parsed =>
            ScaleRun.Run(
                new ScalePlan
                {
                    Participants = parsed.GetValue(participants),
                    LinesANode = parsed.GetValue(lines),
                    RateANode = 2 * parsed.GetValue(lines),
                    Pace = 0.2,
                    Message = TimeSpan.FromSeconds(0.1),
                },
                parsed.GetValue(nodes)!,
                TimeSpan.FromSeconds(parsed.GetValue(ramp)),
                TimeSpan.FromSeconds(parsed.GetValue(span)),
                parsed.GetValue(rounds),
                Report,
                parsed.GetValue(anySpeed),
                parsed.GetValue(save)
            )
        );
        return command;
    }

    /// <summary><c>stop</c>.</summary>
    public static Command CreateStop()
    {
        var nodes = new Option<int>("--nodes") { DefaultValueFactory = _ => 3 };
        var rate = new Option<int>("--rate") { DefaultValueFactory = _ => 200, Description = "Calls a second over all nodes." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 10, Description = "Of each way to stop." };
        var participants = new Option<int>("--participants") { DefaultValueFactory = _ => 8_000 };
        var (anySpeed, save) = Common();
        var command = new Command(
            "stop",
            "Stops actions while a cluster calls, and reads in the carrier's record when the last INVITE came."
        )
        {
            nodes,
            rate,
            rounds,
            participants,
            anySpeed,
            save,
        };
        command.SetAction(parsed =>
        {
            // A quarter more than is waited for: a limit is not reached in every second.
            var aNode = (int)Math.Ceiling(1.25 * parsed.GetValue(rate) / parsed.GetValue(nodes));
            return StopRun.Run(
                new ScalePlan
                {
                    Participants = parsed.GetValue(participants),
                    LinesANode = aNode * 8 / 5,
                    RateANode = aNode,
                    Pace = 0.2,
                    Message = TimeSpan.FromSeconds(0.5),
                },
                parsed.GetValue(nodes),
                parsed.GetValue(rate),
                parsed.GetValue(rounds),
                Report,
                parsed.GetValue(anySpeed),
                parsed.GetValue(save)
            );
        });
        return command;
    }

    /// <summary><c>rate</c>.</summary>
    public static Command CreateRate()
    {
        var nodes = new Option<int[]>("--nodes") { AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1, 3] };
        var rate = new Option<int>("--rate") { DefaultValueFactory = _ => 120, Description = "Calls a second over all nodes." };
        var ramp = new Option<int>("--ramp") { DefaultValueFactory = _ => 8, Description = "Seconds before it counts." };
        var span = new Option<int>("--span") { DefaultValueFactory = _ => 20, Description = "Seconds that count." };
        var participants = new Option<int>("--participants") { DefaultValueFactory = _ => 6_000 };
        var (anySpeed, save) = Common();
        var command = new Command("rate", "Calls with more lines than are needed: how much of the calls a second is used.")
        {
            nodes,
            rate,
            ramp,
            span,
            participants,
            anySpeed,
            save,
        };
        command.SetAction(parsed =>
            RateRun.Run(
                size => new ScalePlan
                {
                    Participants = parsed.GetValue(participants),
                    LinesANode = 3 * parsed.GetValue(rate) / size,
                    RateANode = parsed.GetValue(rate) / size,
                    Pace = 0.2,
                    Message = TimeSpan.FromSeconds(0.1),
                },
                parsed.GetValue(rate),
                parsed.GetValue(nodes)!,
                TimeSpan.FromSeconds(parsed.GetValue(ramp)),
                TimeSpan.FromSeconds(parsed.GetValue(span)),
                Report,
                parsed.GetValue(anySpeed),
                parsed.GetValue(save)
            )
        );
        return command;
    }

    /// <summary><c>join</c>.</summary>
    public static Command CreateJoin()
    {
        var lines = new Option<int>("--lines") { DefaultValueFactory = _ => 40, Description = "To each of the two nodes." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 8 };
        var participants = new Option<int>("--participants") { DefaultValueFactory = _ => 16_000 };
        var (anySpeed, save) = Common();
        var command = new Command("join", "Starts a second node while the first one calls, and looks when it does its part.")
        {
            lines,
            rounds,
            participants,
            anySpeed,
            save,
        };
        command.SetAction(parsed =>
            JoinRun.Run(
                new ScalePlan
                {
                    Participants = parsed.GetValue(participants),
                    LinesANode = parsed.GetValue(lines),
                    RateANode = parsed.GetValue(lines),
                    Pace = 0.2,
                    Message = TimeSpan.FromSeconds(0.5),
                },
                parsed.GetValue(rounds),
                Report,
                parsed.GetValue(anySpeed),
                parsed.GetValue(save)
            )
        );
        return command;
    }

    private static (Option<bool> AnySpeed, Option<bool> Save) Common() =>
        (
            new Option<bool>("--any-speed") { Description = "For small forms: what depends on the machine's speed is no gate." },
            new Option<bool>("--save") { Description = "Writes the report." }
        );
}
