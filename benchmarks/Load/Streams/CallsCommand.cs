using System.CommandLine;
using System.Globalization;
using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Load.Streams;

/// <summary><c>voice calls</c>: INVITE, 20 s of A-law, BYE, at rising rates up to the first failure.</summary>
internal static class CallsCommand
{
    private const int GoalRate = 200;

    public static Command Create(RunReport report)
    {
        var rates = new Option<int[]>("--rates")
        {
            Description = "Calls a second, one after the other.",
            DefaultValueFactory = _ => [160, 200, 240, 280],
            AllowMultipleArgumentsPerToken = true,
        };
        var seconds = new Option<int>("--seconds")
        {
            Description = "How long calls are placed at each; the number at once is reached after the length of a call.",
            DefaultValueFactory = _ => 30,
        };
        var length = new Option<int>("--length") { Description = "Seconds of audio a call.", DefaultValueFactory = _ => 20 };
        var save = new Option<bool>("--save") { Description = "Store the result and render the report." };
        var command = new Command("calls", "Full calls with audio, far side on the same machine: the largest rate without a failure.")
        {
            rates,
            seconds,
            length,
            save,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var rounds = new List<CallsRound>();
                foreach (var rate in parsed.GetValue(rates)!)
                {
                    rounds.Add(await FullCalls.RunAsync(rate, parsed.GetValue(seconds), parsed.GetValue(length), cancellation));
                    if (rounds[^1].Failed > 0)
                    {
                        break;
                    }
                }

                var text = Text(
                    $"voice calls --rates {string.Join(' ', parsed.GetValue(rates)!)} --seconds {parsed.GetValue(seconds)} --length {parsed.GetValue(length)}"
                );
                return report.Write(Section(rounds, text, parsed.GetValue(length)), parsed.GetValue(save));
            }
        );
        return command;
    }

    private static RunSection Section(List<CallsRound> rounds, string command, int length)
    {
        var best = rounds.Where(round => round.Failed == 0).Select(round => round.Rate).DefaultIfEmpty().Max();
        return new RunSection
        {
            Name = "calls",
            Title = "Full calls",
            Command = command,
            Method = Text(
                $"INVITE, 200, ACK, {length} s of A-law in packets of 20 ms, BYE, 200. The far side is the counting program of the streams, in a process of its own on the same processors. A call fails where it is not answered, where its BYE does not arrive, or where the far side did not get every one of its {length * 50} packets before the BYE. RTCP goes with it."
            ),
            Columns =
            [
                "calls/s",
                "calls",
                "failed",
                "of them not answered",
                "at once",
                "CPU of one core",
                "far side's CPU of one core",
                "pacing stalls",
                "requests sent again",
                "short of",
            ],
            Rows =
            [
                .. rounds.Select(round =>
                    (IReadOnlyList<string>)
                        [
                            Text($"{round.Rate}"),
                            Text($"{round.Calls}"),
                            Text($"{round.Failed}"),
                            Text($"{round.NotAnswered}"),
                            Text($"{round.AtOnce}"),
                            Text($"{round.Core * 100:0} %"),
                            Text($"{round.FarCore * 100:0} %"),
                            Text($"{round.Stalls}"),
                            Text($"{round.Retransmissions}"),
                            round.Limit,
                        ]
                ),
            ],
            Gates =
            [
                new(
                    "largest rate without a failure",
                    Text($"≥ {GoalRate} calls/s"),
                    Text($"{best} calls/s, {best * 60} a minute"),
                    best >= GoalRate,
                    IsGoal: true
                ),
            ],
            Figures = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["largestCallsPerSecond"] = best,
                ["callsPerMinute"] = best * 60,
            },
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
