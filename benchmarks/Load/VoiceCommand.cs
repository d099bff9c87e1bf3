using System.CommandLine;
using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Load;

/// <summary><c>benchmarks -- voice</c>: signalling against sipp, with sipp as caller in the same run.</summary>
internal static class VoiceCommand
{
    private static readonly RunReport Report = new("voice-sip", "Voice: SIP and RTP", "signalling", "max", "overload", "soak", "streams");

    public static Command Create()
    {
        var command = new Command("voice", "SIP signalling: our engine and sipp as callers, sipp as the far side.");
        VoiceRate.Configure(command, Report);
        var page = new Command("report", "Renders the page anew from the stored sections.");
        page.SetAction(_ => Report.Render());
        command.Subcommands.Add(page);
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
