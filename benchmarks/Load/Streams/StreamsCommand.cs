using System.CommandLine;
using System.Globalization;
using Burgernet.Benchmarks.Reports;
using Burgernet.Sip.Media;

namespace Burgernet.Benchmarks.Load.Streams;

/// <summary><c>voice streams</c>: RTP against the gate, with sipp's rtp_stream in the same run.</summary>
internal static class StreamsCommand
{
    private const double MostLateMilliseconds = 40;
    private const double MostJitterMilliseconds = 1;

    public static Command Create(RunReport report)
    {
        var count = new Option<int?>("--count") { Description = "Streams at once; 4,000 unless said." };
        var seconds = new Option<int>("--seconds") { Description = "How long all of them run together.", DefaultValueFactory = _ => 60 };
        var rate = new Option<int>("--rate") { Description = "Calls a second while they begin.", DefaultValueFactory = _ => 500 };
        var threads = new Option<int>("--threads") { Description = "Pacing threads; 0 for the endpoint's choice." };
        var priority = new Option<MediaPriority>("--priority")
        {
            Description = "Of the pacing threads.",
            DefaultValueFactory = _ => MediaPriority.Raised,
        };
        var alone = new Option<bool>("--alone") { Description = "Without sipp." };
        var blind = new Option<bool>("--blind") { Description = "Without tshark." };
        var inbound = new Option<bool>("--inbound")
        {
            Description = "With audio and keys from the far side (1,000 streams unless --count says otherwise).",
        };
        var save = new Option<bool>("--save") { Description = "Store the result and render the report." };
        var command = new Command("streams", "RTP: one message played to many calls at once.")
        {
            count,
            seconds,
            rate,
            threads,
            priority,
            alone,
            blind,
            inbound,
            save,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var isInbound = parsed.GetValue(inbound);
                var streams = parsed.GetValue(count) ?? (isInbound ? 1_000 : 4_000);
                var plan = new StreamsPlan(streams, parsed.GetValue(seconds), parsed.GetValue(rate))
                {
                    Threads = parsed.GetValue(threads),
                    Priority = parsed.GetValue(priority),
                };
                if (isInbound)
                {
                    return report.Write(await InboundCommand.RunAsync(plan, cancellation), parsed.GetValue(save));
                }

                var rounds = new List<StreamsRound> { await OurStreams.RunAsync(plan, !parsed.GetValue(blind), cancellation) };
                if (!parsed.GetValue(alone))
                {
                    rounds.Add(await SippStreams.RunAsync(plan, cancellation));
                }

                return report.Write(Section(plan, rounds), parsed.GetValue(save));
            }
        );
        return command;
    }

    private static RunSection Section(StreamsPlan plan, List<StreamsRound> rounds)
    {
        var ours = rounds[0];
        var far = ours.Far;
        return new RunSection
        {
            Name = "streams",
            Title = "Streams",
            Command = Text($"voice streams --count {plan.Streams} --seconds {plan.Seconds} --rate {plan.Rate}"),
            Method =
                "A-law in packets of 20 ms to a counting program in a process of its own, that answers every call and takes the kernel's time of each "
                + "packet's arrival. Lateness is against a stream's own schedule, set by its earliest packet: packet n is due n times 20 ms after it, "
                + "and what a stall puts off counts for every packet after it. Jitter is that of RFC 3550 §6.4.1; of a stream, the mean over its packets. "
                + "CPU is that of the sender's process while all streams ran; loopback charges the receiver's share of the kernel's work to the sender.",
            Columns =
            [
                "sender",
                "streams",
                "calls complete",
                "packets lost",
                "late ms p50 / p99 / p99.9 / most",
                "jitter ms mean / worst stream / highest",
                "largest gap ms",
                "CPU of one core",
                "of that by thread",
                "CPU µs per packet",
                "bytes per packet",
                "far side's CPU s",
            ],
            Rows = [.. rounds.Select(Row)],
            Gates = Gates(ours),
            Notes = Notes(ours),
            Figures = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["streams"] = ours.Streams,
                ["packets"] = far.Packets,
                ["lost"] = far.Lost,
                ["latenessMillisecondsP50"] = far.LatenessHalf,
                ["latenessMillisecondsP99"] = far.Lateness99,
                ["latenessMillisecondsP999"] = far.Lateness999,
                ["latenessMillisecondsMost"] = far.LatenessMost,
                ["laterThan40Milliseconds"] = far.Late,
                ["jitterMillisecondsMean"] = far.JitterMean,
                ["jitterMillisecondsWorstStream"] = far.JitterWorstStream,
                ["bytesPerPacket"] = ours.Bytes ?? 0,
                ["cpuMicrosecondsPerPacket"] = ours.MicrosecondsAPacket,
                ["sippCpuMicrosecondsPerPacket"] = rounds.Count > 1 ? rounds[1].MicrosecondsAPacket : 0,
                ["sippJitterMillisecondsMean"] = rounds.Count > 1 ? rounds[1].Far.JitterMean : 0,
            },
        };
    }

    private static IReadOnlyList<string> Row(StreamsRound round)
    {
        var far = round.Far;
        return
        [
            round.Sender,
            Text($"{round.Streams}"),
            Text($"{round.Complete}"),
            Text($"{far.Lost} of {far.Packets}"),
            Text($"{far.LatenessHalf:0.00} / {far.Lateness99:0.0} / {far.Lateness999:0.0} / {far.LatenessMost:0.0}"),
            Text($"{far.JitterMean:0.00} / {far.JitterWorstStream:0.00} / {far.JitterMost:0.0}"),
            Text($"{far.GapMost:0.0}"),
            Text($"{round.Core * 100:0} %"),
            string.Join(
                ", ",
                round
                    .Threads.Where(time => time.Value >= 0.005)
                    .OrderByDescending(time => time.Value)
                    .Select(time => Text($"{time.Key} {time.Value * 100:0} %"))
            ),
            Text($"{round.MicrosecondsAPacket:0.00}"),
            round.Bytes is { } bytes ? Text($"{bytes:0.000}") : "–",
            Text($"{far.Cpu:0.0}"),
        ];
    }

    private static List<Gate> Gates(StreamsRound ours)
    {
        var far = ours.Far;
        var gates = new List<Gate>
        {
            new("calls that heard every packet", Text($"{ours.Streams}"), Text($"{ours.Complete}"), ours.Complete == ours.Streams),
            new(
                "lateness, p99.9",
                Text($"≤ {MostLateMilliseconds} ms"),
                Text($"{far.Lateness999:0.0} ms; later than that: {far.Late} of {far.Packets}, at most {far.LatenessMost:0.0} ms"),
                far.Lateness999 <= MostLateMilliseconds
            ),
            new(
                "jitter of every stream",
                Text($"≤ {MostJitterMilliseconds} ms"),
                Text($"{far.JitterWorstStream:0.00} ms the worst, {far.JitterMean:0.00} ms the mean"),
                far.JitterWorstStream <= MostJitterMilliseconds
            ),
            // A measurement of the process: what the two looks themselves allocate is a thousandth of a byte per packet.
            new("allocated per packet", "0 B", Text($"{ours.Bytes:0.000} B"), ours.Bytes < 0.01),
        };
        if (ours.Capture is { } seen)
        {
            var watched = Math.Min(ours.Streams, FarSide.Watched);
            gates.Add(
                new(
                    Text($"tshark's own count of {watched} of the streams"),
                    Text($"{(long)watched * ours.PacketsAStream} packets, 0 lost, jitter ≤ {MostJitterMilliseconds} ms"),
                    Text(
                        $"{seen.Packets} packets in {seen.Streams} streams, {seen.Lost} lost, jitter {seen.JitterWorstStream:0.00} ms the worst stream's mean, {seen.JitterMean:0.00} ms the mean, largest gap {seen.GapMost:0.0} ms"
                    ),
                    seen.Streams == watched
                        && seen.Packets == (long)watched * ours.PacketsAStream
                        && seen.Lost == 0
                        && seen.JitterWorstStream <= MostJitterMilliseconds
                )
            );
        }

        return gates;
    }

    private static List<string> Notes(StreamsRound ours) =>
        [
            Text(
                $"Pacing stalls of 20 ms and more: {ours.Stalls}; RTP time left out by them: {ours.Far.SkippedMilliseconds} ms over all streams. RTCP packets received: {ours.Far.Control}. Garbage collections of the sender: {ours.Collections}, {ours.CollectionPause.TotalMilliseconds:0.0} ms together."
            ),
            .. ours.Capture is null ? new[] { "tshark did not watch." } : [],
        ];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
