using System.Globalization;
using Burgernet.Benchmarks.Reports;
using Burgernet.Practice;

namespace Burgernet.Benchmarks.Lines;

/// <summary>A big action holds all lines; an urgent one starts beside it.</summary>
internal static class UrgentRun
{
    private const double Everyone = 10_000;
    private const double Near = 5_000;
    private const int Counted = 500;
    private const double LeastShare = 0.95;

    public static async Task<int> Run(LinePlan plan, RunReport report, bool save)
    {
        var counted = Math.Min(Counted, plan.Participants / 4);
        await using var node = await LineNode.Start(plan);
        var big = await node.Draft("theft", Everyone, plan.Message);
        var urgent = await node.Draft("missing-child", Near, plan.Message);
        await node.Start(big);
        await node.Until(big, "it holds all lines", progress => Under(progress) >= plan.Lines);
        var asked = PracticeMoment.Now(TimeProvider.System).Monotonic;
        await node.Start(urgent);
        var started = PracticeMoment.Now(TimeProvider.System).Monotonic;
        await node.Until(
            urgent,
            $"it has {counted} calls out",
            progress => Under(progress) + progress.GetProperty("done").GetInt32() > counted
        );
        await node.Stop(urgent);
        await node.Stop(big);
        await node.Until(big, "all its calls are over", progress => progress.GetProperty("complete").GetBoolean());
        await node.Until(urgent, "all its calls are over", progress => progress.GetProperty("complete").GetBoolean());
        var record = await node.Record();
        var calls = await node.CallIds(urgent);
        return report.Write(
            Section(
                plan,
                counted,
                UrgentShare.Of(record, calls, started, counted),
                UrgentShare.Of(record, calls, asked, counted),
                started - asked
            ),
            save
        );
    }

    private static int Under(System.Text.Json.JsonElement progress) => progress.GetProperty("underWay").GetInt32();

    private static RunSection Section(LinePlan plan, int counted, UrgentShare share, UrgentShare sinceAsked, TimeSpan answered) =>
        new()
        {
            Name = "urgent",
            Title = "An urgent action beside a big one",
            Command = "dotnet run -c Release --project benchmarks -- lines urgent",
            Method =
                $"{plan}. As above; first a big action of ordinary urgency (theft, everyone), and when it holds all lines an urgent one (missing child, 5 km). Each INVITE in the carrier's record after the urgent action's start is a line that was freed; "
                + "whose it is follows from its Call-ID, which the claims in the dossiers name. Counted until the urgent action's call of the number below.",
            Columns = ["counted from", "urgent", "big", "urgent %", "big before urgent's first", "first INVITE ms", "last counted s"],
            Rows = [Row("the reply to start", share), Row("the request to start", sinceAsked)],
            Gates =
            [
                new Gate(
                    $"lines freed after the start that go to the urgent action, until {counted} calls",
                    "≥ 95 %",
                    $"{share.Share:P2}",
                    share.Share >= LeastShare,
                    plan.AnySpeed
                ),
                new Gate(
                    "urgent calls counted",
                    $"= {counted}",
                    share.Urgent.ToString(CultureInfo.InvariantCulture),
                    share.Urgent == counted
                ),
                new Gate("the big action still moves", "≥ 1", share.Big.ToString(CultureInfo.InvariantCulture), share.Big >= 1),
            ],
            Notes = [string.Create(CultureInfo.InvariantCulture, $"The reply to start came after {answered.TotalMilliseconds:F0} ms.")],
            Figures = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["share"] = share.Share,
                ["share since asked"] = sinceAsked.Share,
                ["first INVITE ms"] = share.First.TotalMilliseconds,
            },
        };

    private static string[] Row(string from, UrgentShare share) =>
        [
            from,
            share.Urgent.ToString(CultureInfo.InvariantCulture),
            share.Big.ToString(CultureInfo.InvariantCulture),
            (share.Share * 100).ToString("F2", CultureInfo.InvariantCulture),
            share.BigBeforeFirst.ToString(CultureInfo.InvariantCulture),
            share.First.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture),
            share.Last.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture),
        ];
}
