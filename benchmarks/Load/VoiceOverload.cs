using System.CommandLine;
using System.Globalization;
using Burgernet.Benchmarks.Reports;
using Burgernet.Sip;

namespace Burgernet.Benchmarks.Load;

/// <summary><c>voice overload</c>: the far side stalls in the middle of a steady rate.</summary>
internal static class VoiceOverload
{
    private const double LongestRecovery = 5;

    public static Command Create(RunReport report)
    {
        var rate = new Option<int>("--rate") { Description = "Calls a second.", DefaultValueFactory = _ => 2_000 };
        var before = new Option<int>("--before") { Description = "Seconds before the stall.", DefaultValueFactory = _ => 40 };
        var stall = new Option<int>("--stall") { Description = "Seconds that the far side stands still.", DefaultValueFactory = _ => 5 };
        var after = new Option<int>("--after") { Description = "Seconds after it.", DefaultValueFactory = _ => 35 };
        var t1 = new Option<int>("--t1") { Description = "T1 in milliseconds.", DefaultValueFactory = _ => 500 };
        var anySpeed = new Option<bool>("--any-speed") { Description = "How fast the full rate is back fails nothing (busy machines)." };
        var save = new Option<bool>("--save") { Description = "Store the result and render the report." };
        var command = new Command("overload", "The far side stalls in the middle of a steady rate of calls.")
        {
            rate,
            before,
            stall,
            after,
            t1,
            anySpeed,
            save,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var (first, length) = (parsed.GetValue(before), parsed.GetValue(stall));
                using var far = SippProcess.Answer();
                var run = new StallRun(
                    parsed.GetValue(rate),
                    first,
                    length,
                    parsed.GetValue(after),
                    TimeSpan.FromMilliseconds(parsed.GetValue(t1))
                );
                var outcome = await run.RunAsync(far, trunk => trunk, cancellation);
                return report.Write(
                    Section(outcome, parsed.GetValue(rate), first, length, parsed.GetValue(after), parsed.GetValue(anySpeed)),
                    parsed.GetValue(save)
                );
            }
        );
        return command;
    }

    private static RunSection Section(StallOutcome outcome, int rate, int before, int stall, int after, bool anySpeed) =>
        new()
        {
            Name = "overload",
            Title = "Overload",
            Command = $"voice overload --rate {rate} --before {before} --stall {stall} --after {after}",
            Method =
                $"Calls as above at {rate} a second throughout, by an owner that does not care what becomes of them. After {before} s the answering sipp is stopped (SIGSTOP) for {stall} s, "
                + "then goes on with what its socket has kept. Admission as it is by default. Full rate: the first half second in which nothing was kept back and at least 97 % of the rate came through.",
            Columns = ["second", "placed", "came through", "not admitted", "sent again"],
            Rows = [.. Rows(outcome, before, stall)],
            Gates =
            [
                new(
                    "full rate after the stall",
                    Text($"≤ {LongestRecovery} s"),
                    Seconds(outcome.FullAgain),
                    outcome.FullAgain.TotalSeconds <= LongestRecovery,
                    IsGoal: anySpeed
                ),
                new("calls whose end was told", Text($"{outcome.Placed}"), Text($"{outcome.Ended}"), outcome.Ended == outcome.Placed),
                new(
                    "ends other than through or not admitted",
                    "0",
                    Text($"{outcome.Placed - outcome.Good - outcome.KeptBack.Sum()}"),
                    outcome.Placed == outcome.Good + outcome.KeptBack.Sum()
                ),
                new("left at the end", "nothing", outcome.Left.ToString(), outcome.Left.Sum == 0),
                new("descriptors left", "0", Text($"{outcome.Descriptors}"), outcome.Descriptors <= 0),
            ],
            Notes =
            [
                $"Ends: {outcome.Ends}. Kept back by {KeptBack(outcome)}; {outcome.Overloads} overloads noticed; {outcome.SentAgain} requests sent again in all.",
            ],
            Figures = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["fullAgainSeconds"] = Math.Min(outcome.FullAgain.TotalSeconds, 1e9),
                ["notAdmitted"] = outcome.KeptBack.Sum(),
                ["sentAgain"] = outcome.SentAgain,
            },
        };

    private static IEnumerable<IReadOnlyList<string>> Rows(StallOutcome outcome, int before, int stall)
    {
        for (var i = Math.Max(1, before - 2); i < Math.Min(outcome.Seconds.Count, before + stall + 8); i++)
        {
            var one = outcome.Seconds[i] - outcome.Seconds[i - 1];
            yield return
            [
                Text($"{i - before}"),
                Text($"{one.Placed}"),
                Text($"{one.Good}"),
                Text($"{one.NotAdmitted}"),
                Text($"{one.SentAgain}"),
            ];
        }
    }

    private static string KeptBack(StallOutcome outcome) =>
        string.Join(
            ", ",
            Enum.GetValues<SipBarrier>()
                .Where(barrier => outcome.KeptBack[(int)barrier] > 0)
                .Select(barrier => Text($"{barrier} {outcome.KeptBack[(int)barrier]}"))
        )
            is { Length: > 0 } text
            ? text
            : "nothing";

    private static string Seconds(TimeSpan time) => time == TimeSpan.MaxValue ? "never" : Text($"{time.TotalSeconds:0.0} s");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
