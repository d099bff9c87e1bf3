using System.CommandLine;
using System.Globalization;
using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Load;

/// <summary><c>voice</c>: one rate, ours and sipp as callers, held to the gate of no failure.</summary>
internal static class VoiceRate
{
    private const double MostMicroseconds = 60;
    private const double MostBytes = 256;

    public static IReadOnlyList<string> Columns { get; } =
    [
        "caller",
        "calls/s",
        "calls",
        "failed",
        "sent again",
        "CPU µs per call",
        "of that by thread",
        "bytes per call",
        "far side's CPU µs per call",
    ];

    public static void Configure(Command command, RunReport report)
    {
        var rate = new Option<int>("--rate") { Description = "Calls a second.", DefaultValueFactory = _ => 2_000 };
        var seconds = new Option<int>("--seconds")
        {
            Description = "How long (beyond 64·T1 = 32 s all that is kept shows).",
            DefaultValueFactory = _ => 75,
        };
        var warm = new Option<int>("--warm") { Description = "Seconds at the same rate before measuring.", DefaultValueFactory = _ => 35 };
        var compare = new Option<int>("--compare") { Description = "Seconds of sipp as the caller.", DefaultValueFactory = _ => 40 };
        var save = new Option<bool>("--save") { Description = "Store the result and render the report." };
        command.Options.Add(rate);
        command.Options.Add(seconds);
        command.Options.Add(warm);
        command.Options.Add(compare);
        command.Options.Add(save);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var (atRate, warmth) = (parsed.GetValue(rate), parsed.GetValue(warm));
                var ours = await VoiceSignalling.OursAsync(
                    atRate,
                    parsed.GetValue(seconds),
                    warmth,
                    VoiceSignalling.Patience,
                    cancellation
                );
                var sipp = await VoiceSignalling.SippAsync(atRate, parsed.GetValue(compare), VoiceSignalling.Patience, cancellation);
                return report.Write(
                    Section(ours, sipp, $"voice --rate {atRate} --seconds {parsed.GetValue(seconds)} --warm {warmth}"),
                    parsed.GetValue(save)
                );
            }
        );
    }

    public static IReadOnlyList<string> Row(SignallingRound round) =>
        [
            round.Caller,
            Text($"{round.Rate:0}"),
            Text($"{round.Calls}"),
            round.Failures.Length == 0 ? Text($"{round.Failed}") : Text($"{round.Failed}: {round.Failures}"),
            Text($"{round.Retransmissions}"),
            Text($"{round.CpuMicroseconds:0.0}"),
            string.Join(
                ", ",
                round
                    .Threads.Where(time => time.Value >= 0.5)
                    .OrderByDescending(time => time.Value)
                    .Select(time => Text($"{time.Key} {time.Value:0.0}"))
            ),
            round.Bytes is { } bytes ? Text($"{bytes:0}") : "–",
            Text($"{round.FarMicroseconds:0.0}"),
        ];

    private static RunSection Section(SignallingRound ours, SignallingRound sipp, string command) =>
        new()
        {
            Name = "signalling",
            Title = "Signalling",
            Command = command,
            Method =
                "INVITE, 200, ACK, BYE, 200 over UDP on loopback, without a message: each call takes an RTP port and gives it back, which rests 50 ms instead of 2 s, or the ports would be the limit. sipp answers "
                + "(`voice-answer.xml`) for both callers; as caller it runs its own `uac`. The warm-up is longer than 64·T1, so the records that "
                + "outlive a call have reached their number. CPU is that of the whole process, the thread that places the calls included; loopback "
                + "charges the receiver's share of the kernel's work to the sender.",
            Columns = Columns,
            Rows = [Row(ours), Row(sipp)],
            Gates =
            [
                new("failed calls", "0", Text($"{ours.Failed} of {ours.Calls}"), ours.Failed == 0),
                new(
                    "CPU per call",
                    Text($"≤ {MostMicroseconds} µs"),
                    Text($"{ours.CpuMicroseconds:0.0} µs"),
                    ours.CpuMicroseconds <= MostMicroseconds,
                    IsGoal: true
                ),
                new("allocated per call", Text($"≤ {MostBytes} B"), Text($"{ours.Bytes:0} B"), ours.Bytes <= MostBytes, IsGoal: true),
            ],
            Figures = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["callsPerSecond"] = ours.Rate,
                ["failed"] = ours.Failed,
                ["cpuMicrosecondsPerCall"] = ours.CpuMicroseconds,
                ["bytesPerCall"] = ours.Bytes ?? 0,
                ["sippCpuMicrosecondsPerCall"] = sipp.CpuMicroseconds,
            },
        };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
