using System.CommandLine;
using System.Globalization;
using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Load;

/// <summary><c>voice soak</c>: a long time over lines that lose packets.</summary>
internal static class VoiceSoak
{
    private const double LeastAsExpected = 0.99;
    private const double MostGrowth = 1.1;
    private const long SpareBytes = 2 << 20;
    private const long SpareResidentBytes = 32 << 20;

    /// <summary>What a count may vary by chance on top of its share.</summary>
    private const double Spare = 50;

    public static Command Create(RunReport report)
    {
        var minutes = new Option<double>("--minutes") { Description = "How long calls are placed.", DefaultValueFactory = _ => 30 };
        var rate = new Option<int>("--rate") { Description = "Calls a second.", DefaultValueFactory = _ => 200 };
        var loss = new Option<double>("--loss")
        {
            Description = "Share of datagrams that each line loses, each way.",
            DefaultValueFactory = _ => 0.03,
        };
        var seed = new Option<int>("--seed") { Description = "Which ones.", DefaultValueFactory = _ => 1 };
        var t1 = new Option<int>("--t1") { Description = "T1 in milliseconds.", DefaultValueFactory = _ => 500 };
        var save = new Option<bool>("--save") { Description = "Store the result and render the report." };
        var command = new Command("soak", "Calls and audio for a long time over lines that lose packets.")
        {
            minutes,
            rate,
            loss,
            seed,
            t1,
            save,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var time = TimeSpan.FromMinutes(parsed.GetValue(minutes));
                var run = new SoakRun(
                    time,
                    parsed.GetValue(rate),
                    parsed.GetValue(loss),
                    parsed.GetValue(seed),
                    TimeSpan.FromMilliseconds(parsed.GetValue(t1))
                );
                var outcome = await run.RunAsync(cancellation);
                var text = Text(
                    $"voice soak --minutes {time.TotalMinutes} --rate {parsed.GetValue(rate)} --loss {parsed.GetValue(loss)} --seed {parsed.GetValue(seed)} --t1 {parsed.GetValue(t1)}"
                );
                return report.Write(Section(outcome, text, parsed.GetValue(loss), run.WarmUp), parsed.GetValue(save));
            }
        );
        return command;
    }

    private static RunSection Section(SoakOutcome outcome, string command, double loss, TimeSpan warmUp) =>
        new()
        {
            Name = "soak",
            Title = "Soak over lossy lines",
            Command = command,
            Method =
                $"Four kinds of calls, each over a UDP relay of its own that loses {loss:P0} each way by a seed, to a sipp of its own: answered and ended at once; busy; ringing until our limit of 2 s and CANCEL; "
                + $"answered with 4 s of A-law from us, echoed by sipp. Compared are the means of the first and the last fifth after a warm-up of {warmUp.TotalSeconds:0} s, memory after a full collection at its end and at the last call. "
                + "Relays and harness are in the same process and count in its memory and descriptors. It may run beside others' work: nothing in it is a matter of speed.",
            Columns = ["calls", "placed", "end told", "as expected", "how they ended"],
            Rows =
            [
                .. outcome.Kinds.Select(kind =>
                    new[] { kind.Name, Text($"{kind.Placed}"), Text($"{kind.Ended}"), Text($"{kind.AsExpected}"), kind.Ends }
                ),
            ],
            Gates = [.. Gates(outcome)],
            Notes =
            [
                Text(
                    $"{outcome.Carried} datagrams reached the lines, {outcome.Lost} were lost ({(double)outcome.Lost / outcome.Carried:P1}); {outcome.SentAgain} requests were sent again. RTP: {outcome.RtpSent} packets sent, {outcome.RtpReceived} came back ({(double)outcome.RtpReceived / outcome.RtpSent:P1}; two losses a way make {Math.Pow(1 - loss, 2):P1})."
                ),
                "A port stays bound for the next call, and one more is bound only where no port has rested for 2 s: their number climbs to the most calls that were ever under way or just over at one time, which moments without processor make more of, and ends at the range.",
            ],
            Figures = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["calls"] = outcome.Kinds.Sum(kind => kind.Placed),
                ["lost"] = outcome.Lost,
                ["sentAgain"] = outcome.SentAgain,
                ["heapBytesWarm"] = outcome.Warm.HeapBytes,
                ["heapBytesLast"] = outcome.Last.HeapBytes,
                ["residentBytesWarm"] = outcome.Warm.ResidentBytes,
                ["residentBytesLast"] = outcome.Last.ResidentBytes,
            },
        };

    private static IEnumerable<Gate> Gates(SoakOutcome outcome)
    {
        var (placed, ended) = (outcome.Kinds.Sum(kind => kind.Placed), outcome.Kinds.Sum(kind => kind.Ended));
        yield return new("calls whose end was told", Text($"{placed}"), Text($"{ended}"), placed == ended);
        yield return new(
            "of each kind, ended as expected",
            Text($"≥ {LeastAsExpected:P0}"),
            Text($"{outcome.Kinds.Min(kind => (double)kind.AsExpected / kind.Placed):P2} of the worst"),
            outcome.Kinds.All(kind => kind.AsExpected >= LeastAsExpected * kind.Placed)
        );
        yield return Steady(outcome, "client transactions", sample => sample.Left.Clients);
        yield return Steady(outcome, "server transactions", sample => sample.Left.Servers);
        yield return Steady(outcome, "slots", sample => sample.Left.Slots);
        yield return Steady(outcome, "timers", sample => sample.Left.Timers);
        var (ports, portsLast) = (outcome.Mean(sample => sample.Ports, 0, 0.2), outcome.Mean(sample => sample.Ports, 0.8, 1));
        yield return new(
            "RTP ports, kept for the next call",
            Text($"≤ {SoakRun.MostPorts}, their ranges"),
            Text($"{ports:0} → {portsLast:0}"),
            portsLast <= SoakRun.MostPorts
        );
        yield return Steady(outcome, "other descriptors", sample => sample.Descriptors - sample.Ports);
        yield return Bytes("managed heap", outcome.Warm.HeapBytes, outcome.Last.HeapBytes, SpareBytes);
        yield return Bytes("resident memory", outcome.Warm.ResidentBytes, outcome.Last.ResidentBytes, SpareResidentBytes);
        yield return new("left at the end", "nothing", outcome.Left.ToString(), outcome.Left.Sum == 0);
        var descriptors = outcome.Descriptors();
        yield return new("descriptors left after closing", "0", Text($"{descriptors}"), descriptors <= 0);
    }

    private static Gate Steady(SoakOutcome outcome, string what, Func<SoakSample, double> figure)
    {
        var (first, last) = (outcome.Mean(figure, 0, 0.2), outcome.Mean(figure, 0.8, 1));
        return new(what, Text($"≤ {MostGrowth:0.0} times"), Text($"{first:0} → {last:0}"), last <= (first * MostGrowth) + Spare);
    }

    private static Gate Bytes(string what, long warm, long last, long spare) =>
        new(
            what,
            Text($"≤ {MostGrowth:0.0} times + {spare >> 20} MiB"),
            Text($"{warm / 1048576.0:0.0} → {last / 1048576.0:0.0} MiB"),
            last <= (warm * MostGrowth) + spare
        );

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
