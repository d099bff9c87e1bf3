using System.CommandLine;
using System.Globalization;
using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Sms;

/// <summary><c>sms window</c>: submits a second at several windows, our client and npm's beside each other.</summary>
internal static class WindowCommand
{
    private const double LeastFactor = 2;
    private const int Widest = 100;

    /// <summary>The runtime's own threads allocate a little; a PDU that cost an object would cost at least 24.</summary>
    private const double MostBytes = 1;
    private static readonly int[] Windows = [1, 10, Widest];

    public static Command Create(RunReport report)
    {
        var seconds = new Option<int>("--seconds") { Description = "How long, each.", DefaultValueFactory = _ => 8 };
        var warm = new Option<int>("--warm") { Description = "Seconds before measuring.", DefaultValueFactory = _ => 3 };
        var together = new Option<bool>("--together") { Description = "The SMSC sends the answers to what it read at once in one write." };
        var processes = new Option<int>("--processes") { Description = "Processes that the SMSC is of.", DefaultValueFactory = _ => 1 };
        var save = new Option<bool>("--save") { Description = "Store the result and render the report." };
        var command = new Command("window", "Submits a second at windows of 1, 10 and 100.") { seconds, warm, together, processes, save };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var (length, warmth) = (parsed.GetValue(seconds), parsed.GetValue(warm));
                var plan = new WindowPlan(length, warmth, parsed.GetValue(together), parsed.GetValue(processes));
                var rounds = new List<WindowRound>();
                using var smsc = await NodeSmpp.StartAsync(plan.Processes, plan.Together, cancellation);

                // The SMSC's own code is warm before anybody is measured.
                await smsc.CallAsync(Widest, warmth, 1, cancellation);
                foreach (var window in plan.Processes == 1 ? Windows : [Widest])
                {
                    rounds.Add(await smsc.CallAsync(window, warmth, length, cancellation));
                    rounds.Add(await OurSubmits.CallAsync(smsc, window, warmth, length, cancellation));
                }

                return report.Write(Section(rounds, plan), parsed.GetValue(save));
            }
        );
        return command;
    }

    private static RunSection Section(IReadOnlyList<WindowRound> rounds, WindowPlan plan)
    {
        var theirs = rounds.Single(round => round is { Window: Widest, Allocated: null });
        var ours = rounds.Single(round => round is { Window: Widest, Allocated: not null });
        var factor = ours.Rate / theirs.Rate;
        return new RunSection
        {
            Name = plan.Section,
            Title = "Submits by window" + plan.Described,
            Command = Text(
                $"sms window --seconds {plan.Seconds} --warm {plan.Warm}{(plan.Together ? " --together" : "")}{(plan.Processes > 1 ? $" --processes {plan.Processes}" : "")}"
            ),
            Method =
                "One session over loopback to each process of the SMSC, npm `smpp` 0.5.1 on Node.js, which answers each submit_sm at once"
                + (
                    plan.Together
                        ? ", the answers to what came in one read in one write (the socket is corked meanwhile; the package is as it is): its thread is less soon full. Both"
                        : ". Both"
                )
                + " clients keep the window full, in equal parts over their sessions, with the same message of 87 characters; npm's runs as a process, ours in this one. Each measures itself, after "
                + "warming up. A process of the SMSC has one core at most: where its processor time is all of the time, its answers are the limit and not the client.",
            Columns =
            [
                "client",
                "window",
                "submits/s",
                "client µs CPU each",
                "client of one core",
                "SMSC of one core",
                "bytes per PDU",
                "failed",
            ],
            Rows = [.. rounds.Select(Row)],
            Gates =
            [
                new Gate(
                    $"submits/s at window {Widest}, ours ÷ npm's",
                    Text($"≥ {LeastFactor}"),
                    Text($"{factor:0.00}"),
                    factor >= LeastFactor,
                    IsGoal: true
                ),
                .. rounds
                    .Where(round => round.BytesPerPdu is not null)
                    .Select(round => new Gate(
                        $"allocated per PDU, window {round.Window}",
                        Text($"< {MostBytes} B"),
                        Text($"{round.BytesPerPdu:0.000} B"),
                        round.BytesPerPdu < MostBytes
                    )),
                new Gate("submits not accepted", "0", Text($"{rounds.Sum(round => round.Failed)}"), rounds.All(round => round.Failed == 0)),
            ],
            Figures = rounds.ToDictionary(
                round => Text($"submitsPerSecond {round.Client} {round.Window}"),
                round => Math.Round(round.Rate),
                StringComparer.Ordinal
            ),
        };
    }

    private static string[] Row(WindowRound round) =>
        [
            round.Client,
            Text($"{round.Window}"),
            Text($"{round.Rate:N0}"),
            Text($"{round.CpuMicroseconds:0.0}"),
            Text($"{round.Cpu / round.Time:P0}"),
            Text($"{round.SmscCpu / round.Time:P0}"),
            round.BytesPerPdu is { } bytes ? Text($"{bytes:0.000}") : "–",
            Text($"{round.Failed}"),
        ];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
