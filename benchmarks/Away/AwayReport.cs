using System.Globalization;
using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Away;

/// <summary>A run as a section of the report.</summary>
internal static class AwayReport
{
    public static RunSection Section(AwayPlan plan, AwayOutcome outcome)
    {
        var moments = outcome.Moments;
        var (answered, without) = outcome.AnsweredMeanwhile;
        return new RunSection
        {
            Name = plan.Mode,
            Title = $"PostgreSQL stopped ({plan.Mode}) for {plan.Away.TotalSeconds:0.#} s in the middle of two actions",
            Command = $"dotnet run -c Release --project benchmarks -- database-away --mode {plan.Mode}",
            Method =
                $"{plan.Lines}. PostgreSQL (a server of its own, fsync on), the node (one silo, its own API) and the practice carrier are processes of their own. A big action (theft, 10 km) and another (3 km) call; when a fifth of the big one is done the server is "
                + $"stopped ({plan.Mode}); then the other action is stopped and the start of a third is asked for; after {plan.Away.TotalSeconds:0.#} s the server is started again, and both actions run until every delivery has its result. "
                + "Calls are those of the carrier's own record; whose they are follows from their Call-ID, which the claims in the dossiers name. A claim is stored before its INVITE and is good for 2 s, so that long INVITEs may follow the server's end.",
            Columns =
            [
                "deliveries",
                "live calls",
                "lines free after s",
                "away s",
                "until it answered s",
                "first INVITE after ms",
                "redialled",
            ],
            Rows =
            [
                [
                    $"{Whole(outcome.Big.Deliveries)} + {Whole(outcome.Other.Deliveries)}",
                    Whole(outcome.Live),
                    Seconds(moments.LinesFree - moments.Gone),
                    Seconds(moments.Returning - moments.Gone),
                    Seconds(moments.Back - moments.Returning),
                    outcome.UntilFirstInvite is { } first ? first.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture) : "none",
                    Whole(outcome.Big.Redialled + outcome.Other.Redialled),
                ],
            ],
            Gates =
            [
                new Gate("calls that were live when it left", "≥ 1", Whole(outcome.Live), outcome.Live > 0),
                Zero("answered calls of the big action among them that we ended before the message was over", outcome.Cut),
                Zero("INVITEs from 2 s after it left until it was started again", outcome.StartedMeanwhile),
                new Gate(
                    "the stop of the other action meanwhile",
                    "stopped, recorded: False",
                    outcome.StopSaid,
                    outcome.StopSaid == "stopped, recorded: False"
                ),
                new Gate(
                    "and was accepted within",
                    "≤ 1,000 ms",
                    $"{(moments.StopAccepted - moments.StopAsked).TotalMilliseconds:F0} ms",
                    moments.StopAccepted - moments.StopAsked <= TimeSpan.FromSeconds(1),
                    plan.Lines.AnySpeed
                ),
                Zero("INVITEs of the other action later than 1 s after that", outcome.AfterStop),
                new Gate(
                    "its status, meanwhile and afterwards",
                    "stopped, stopped",
                    $"{outcome.ShownMeanwhile}, {outcome.ShownAfterwards}",
                    outcome is { ShownMeanwhile: "stopped", ShownAfterwards: "stopped" }
                ),
                new Gate("a start meanwhile", "503", Whole(outcome.StartMeanwhile), outcome.StartMeanwhile == 503),
                new Gate("answered calls that ended meanwhile", "≥ 1", Whole(answered), answered > 0),
                Zero("of those people, without the result of an answer in the end", without),
                new Gate(
                    "deliveries, of the selected",
                    $"{Whole(outcome.Selected.Big)} + {Whole(outcome.Selected.Other)}",
                    $"{Whole(outcome.Big.Deliveries)} + {Whole(outcome.Other.Deliveries)}",
                    (outcome.Big.Deliveries, outcome.Other.Deliveries) == outcome.Selected
                ),
                Zero("lost: deliveries without a result", outcome.Big.WithoutResult + outcome.Other.WithoutResult),
                Zero("people who were spoken to twice in one action", outcome.Big.SpokenToTwice + outcome.Other.SpokenToTwice),
                Zero("calls without a stored claim", outcome.Unclaimed),
            ],
            Notes =
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{outcome.ClaimedBefore} INVITEs left in the 2 s after the server's end, on claims that it had acknowledged. {outcome.Big.CalledTwice + outcome.Other.CalledTwice} people were invited twice, none of them spoken to twice. Unknown in the end: {outcome.Big.With("unknown")} of the big action, {outcome.Other.With("unknown")} of the stopped one."
                ),
            ],
            Figures = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["stop accepted ms"] = (moments.StopAccepted - moments.StopAsked).TotalMilliseconds,
                ["away s"] = (moments.Returning - moments.Gone).TotalSeconds,
                ["first INVITE after ms"] = outcome.UntilFirstInvite?.TotalMilliseconds ?? -1,
                ["live"] = outcome.Live,
            },
        };
    }

    private static Gate Zero(string what, int seen) => new(what, "0", Whole(seen), seen == 0);

    private static string Whole(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
}
