using System.Globalization;
using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Lines;

/// <summary>One action over all lines, from its start until everybody has a result.</summary>
internal static class UseRun
{
    private const double Everyone = 10_000;
    private const double LeastBusy = 0.98;

    public static async Task<int> Run(LinePlan plan, RunReport report, bool save)
    {
        await using var node = await LineNode.Start(plan);
        var action = await node.Draft("theft", Everyone, plan.Message);
        var before = node.ProcessorTime;
        var began = TimeProvider.System.GetTimestamp();
        await node.Start(action);
        await node.Until(action, "every delivery has its result", progress => progress.GetProperty("complete").GetBoolean());
        var took = TimeProvider.System.GetElapsedTime(began);
        var after = node.ProcessorTime;
        var deliveries = (await node.Progress(action)).GetProperty("selected").GetInt32();
        var use = LineUse.Of(await node.Record(), plan.Lines, deliveries);
        return report.Write(
            Section(plan, use, deliveries, took, (after.Node - before.Node) / took, (after.Carrier - before.Carrier) / took),
            save
        );
    }

    private static RunSection Section(LinePlan plan, LineUse use, int deliveries, TimeSpan took, double node, double carrier)
    {
        var enough = 4 * plan.Lines / use.MeanHold.TotalSeconds;
        return new RunSection
        {
            Name = "use",
            Title = "Share of the lines that is busy",
            Command = "dotnet run -c Release --project benchmarks -- lines",
            Method =
                $"{plan}. The node (SQLite, one silo, its own API) and the practice carrier are processes of their own; the phones behave as the carrier's mix has them (62 % listen, 8 % hang up early, 8 % press 1, 6 % busy, 9 % ring on, 3 % unreachable, 4 % voicemail). "
                + "Everything here is from the carrier's record: a line is busy from the INVITE until the carrier saw its end (final response or BYE). Counted from the first moment at which all lines are busy until fewer deliveries are without an INVITE than there are lines.",
            Columns =
            [
                "calls",
                "refused",
                "mean hold s",
                "filling s",
                "full s",
                "lines freed",
                "busy %",
                "idle a freed line ms",
                "node, cores",
                "carrier, cores",
            ],
            Rows =
            [
                [
                    Whole(use.Calls),
                    Whole(use.Refused),
                    Short(use.MeanHold.TotalSeconds),
                    Short(use.Filling.TotalSeconds),
                    Short(use.Full.TotalSeconds),
                    Whole(use.Freed),
                    (use.Busy * 100).ToString("F2", CultureInfo.InvariantCulture),
                    Short(use.Idle.TotalMilliseconds),
                    node.ToString("F2", CultureInfo.InvariantCulture),
                    carrier.ToString("F2", CultureInfo.InvariantCulture),
                ],
            ],
            Gates =
            [
                new Gate(
                    "lines busy, from first full until fewer deliveries are due than there are lines",
                    "≥ 98 %",
                    $"{use.Busy:P2}",
                    use.Busy >= LeastBusy,
                    plan.AnySpeed
                ),
                new Gate("most lines busy at once", $"= {plan.Lines}", Whole(use.Most), use.Most == plan.Lines, plan.AnySpeed),
                new Gate(
                    "most calls in any second",
                    $"≤ {plan.CallsPerSecond}",
                    Whole(use.MostInASecond),
                    use.MostInASecond <= plan.CallsPerSecond
                ),
                new Gate("calls that the carrier refused for its limits", "0", Whole(use.Refused), use.Refused == 0),
                new Gate("calls, one to each delivery", Whole(deliveries), Whole(use.Calls), use.Calls == deliveries),
                new Gate(
                    "the limit of calls a second, at least 4 × lines / mean hold",
                    $"≥ {Whole((int)Math.Ceiling(enough))}",
                    Whole(plan.CallsPerSecond),
                    plan.CallsPerSecond >= enough,
                    plan.AnySpeed
                ),
            ],
            Figures = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["busy"] = use.Busy,
                ["idle ms"] = use.Idle.TotalMilliseconds,
                ["filling s"] = use.Filling.TotalSeconds,
                ["whole action s"] = took.TotalSeconds,
            },
        };
    }

    private static string Whole(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Short(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
