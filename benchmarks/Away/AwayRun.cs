using Burgernet.Benchmarks.Lines;
using Burgernet.Benchmarks.Reports;
using Burgernet.Benchmarks.Storage;
using Burgernet.Practice;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Away;

/// <summary>Two actions call over all lines; the database server is stopped, one action is stopped meanwhile, and the server is started again.</summary>
internal sealed class AwayRun(AwayPlan plan)
{
    private const double Everyone = 10_000;
    private const double Near = 3_000;

    /// <summary>What was claimed before the database left may still be sent for so long.</summary>
    private static readonly TimeSpan ClaimAge = TimeSpan.FromSeconds(2);

    /// <summary>A message that played to within this of its end was not cut.</summary>
    private static readonly TimeSpan Packets = TimeSpan.FromMilliseconds(200);

    public async Task<int> Run(RunReport report, bool save)
    {
        await using var cluster = await PostgresCluster.Start(PostgresPrograms.Folder);
        var connection = await cluster.CreateDatabase();
        await using var node = await LineNode.Start(
            plan.Lines,
            "Burgernet:Storage:Provider=postgres",
            $"Burgernet:Storage:ConnectionString={connection}"
        );
        var big = await node.Draft("theft", Everyone, plan.Lines.Message);
        var other = await node.Draft("theft", Near, plan.Lines.Message);
        var third = await node.Draft("theft", Near / 2, plan.Lines.Message);
        await node.Start(big);
        await node.Start(other);
        await node.Until(big, "a fifth is done", progress => Number(progress, "done") >= plan.Lines.Participants / 5);
        await node.Until(other, "its calls are under way", progress => Number(progress, "underWay") > 0);

        var leaving = Now();
        await cluster.Stop(plan.InOrder);
        var gone = Now();
        var asked = Now();
        var stopped = await node.StopAndSee(other);
        var accepted = Now();
        var refused = await node.TryStart(third);
        await node.Record();
        var free = Now();
        var shown = await node.Status(other);
        var rest = plan.Away - (Now() - gone);
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, TimeProvider.System);
        }

        var returning = Now();
        await cluster.StartAgain();
        var moments = new AwayMoments
        {
            Leaving = leaving,
            Gone = gone,
            StopAsked = asked,
            StopAccepted = accepted,
            LinesFree = free,
            Returning = returning,
            Back = Now(),
        };
        await node.Until(big, "every delivery has its result", progress => progress.GetProperty("complete").GetBoolean());
        await node.Until(other, "every delivery has its result", progress => progress.GetProperty("complete").GetBoolean());
        var record = await node.Record();
        var outcome = new AwayOutcome(
            moments,
            record,
            new AwayAction(await node.Claims(big), await node.Deliveries(big), record),
            new AwayAction(await node.Claims(other), await node.Deliveries(other), record)
        )
        {
            StopSaid = $"{stopped.GetProperty("status").GetString()}, recorded: {stopped.GetProperty("recorded").GetBoolean()}",
            ShownMeanwhile = shown,
            ShownAfterwards = await node.Status(other),
            StartMeanwhile = refused,
            Selected = (Number(await node.Progress(big), "selected"), Number(await node.Progress(other), "selected")),
            Claimable = ClaimAge,
            LeastPlayed = plan.Lines.Message - Packets,
        };
        return report.Write(AwayReport.Section(plan, outcome), save);
    }

    private static int Number(System.Text.Json.JsonElement progress, string name) => progress.GetProperty(name).GetInt32();

    private static TimeSpan Now() => PracticeMoment.Now(TimeProvider.System).Monotonic;
}
