using System.CommandLine;

namespace Burgernet.Benchmarks.Load;

/// <summary><c>benchmarks -- voice</c>: signalling against sipp, with sipp as caller in the same run.</summary>
internal static class VoiceCommand
{
    public static Command Create()
    {
        var rate = new Option<int>("--rate") { Description = "Calls a second.", DefaultValueFactory = _ => 2_000 };
        var seconds = new Option<int>("--seconds")
        {
            Description = "How long (beyond 64·T1 = 32 s all that is kept shows).",
            DefaultValueFactory = _ => 75,
        };
        var report = new Option<string?>("--report") { Description = "File to write the table to." };
        var warm = new Option<int>("--warm") { Description = "Seconds at the same rate before measuring.", DefaultValueFactory = _ => 2 };
        var command = new Command("voice", "SIP signalling: our engine and sipp as callers, sipp as the far side.")
        {
            rate,
            seconds,
            warm,
            report,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var run = new VoiceSignalling(parsed.GetValue(rate), parsed.GetValue(seconds), parsed.GetValue(warm));
                string[] lines =
                [
                    "| caller | calls/s | calls | failed | retransmissions | CPU µs per call | bytes per call | far side's CPU µs per call |",
                    "|---|---|---|---|---|---|---|---|",
                    await run.RunAsync(cancellation),
                    await run.CompareAsync(cancellation),
                ];
                await WriteAsync(lines, parsed.GetValue(report), cancellation);
                return string.Equals(lines[2].Split('|')[4].Trim(), "0", StringComparison.Ordinal) ? 0 : 1;
            }
        );
        command.Subcommands.Add(Streams());
        var receiver = new Command("receiver", "The far side of the streams, started by them.") { Hidden = true };
        receiver.SetAction((_, cancellation) => VoiceReceiver.RunAsync(cancellation));
        command.Subcommands.Add(receiver);
        return command;
    }

    private static Command Streams()
    {
        var count = new Option<int>("--count") { Description = "Streams at once.", DefaultValueFactory = _ => 4_000 };
        var seconds = new Option<int>("--seconds") { Description = "Length of the message.", DefaultValueFactory = _ => 60 };
        var rate = new Option<int>("--rate") { Description = "Calls a second while they begin.", DefaultValueFactory = _ => 400 };
        var report = new Option<string?>("--report") { Description = "File to write the table to." };
        var command = new Command("streams", "RTP: one message played to many calls at once.") { count, seconds, rate, report };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var run = new VoiceStreams(parsed.GetValue(count), parsed.GetValue(seconds), parsed.GetValue(rate));
                await WriteAsync(await run.RunAsync(cancellation), parsed.GetValue(report), cancellation);
                return 0;
            }
        );
        return command;
    }

    private static async Task WriteAsync(string[] lines, string? file, CancellationToken cancellation)
    {
        foreach (var line in lines)
        {
            Console.WriteLine(line);
        }

        if (file is not null)
        {
            await File.WriteAllLinesAsync(file, lines, cancellation);
        }
    }
}
