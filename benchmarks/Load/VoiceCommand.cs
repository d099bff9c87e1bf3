using System.CommandLine;
using Burgernet.Benchmarks.Load.Connections;
using Burgernet.Benchmarks.Load.Streams;
using Burgernet.Benchmarks.Reports;

namespace Burgernet.Benchmarks.Load;

/// <summary><c>benchmarks -- voice</c>: signalling against sipp, with sipp as caller in the same run.</summary>
internal static class VoiceCommand
{
    private static readonly RunReport Report = new(
        "voice-sip",
        "Voice: SIP and RTP",
        "signalling",
        "connections",
        "max",
        "overload",
        "soak",
        "streams",
        "inbound",
        "calls"
    );

    public static Command Create()
    {
        var command = new Command("voice", "SIP signalling: our engine and sipp as callers, sipp as the far side.");
        VoiceRate.Configure(command, Report);
        var page = new Command("report", "Renders the page anew from the stored sections.");
        page.SetAction(_ => Report.Render());
        command.Subcommands.Add(page);
        command.Subcommands.Add(VoiceMax.Create(Report));
        command.Subcommands.Add(VoiceOverload.Create(Report));
        command.Subcommands.Add(VoiceSoak.Create(Report));
        command.Subcommands.Add(StreamsCommand.Create(Report));
        command.Subcommands.Add(ConnectionsCommand.Create(Report));
        var secured = new Command("tls-far-side", "The far side over TLS, started by connections.") { Hidden = true };
        secured.SetAction((_, cancellation) => TlsFarSide.RunAsync(cancellation));
        command.Subcommands.Add(secured);
        var packets = new Option<int>("--packets");
        var far = new Command("far-side", "The far side of the streams, started by them.") { packets };
        far.Hidden = true;
        far.SetAction((parsed, cancellation) => FarSide.RunAsync(parsed.GetValue(packets), cancellation));
        command.Subcommands.Add(far);
        var (calls, seconds) = (new Option<int>("--count"), new Option<int>("--seconds"));
        var phones = new Command("phones", "The far side of the streams with inbound audio, started by them.") { calls, seconds };
        phones.Hidden = true;
        phones.SetAction((parsed, cancellation) => InboundPhones.RunAsync(parsed.GetValue(calls), parsed.GetValue(seconds), cancellation));
        command.Subcommands.Add(phones);
        command.Subcommands.Add(CallsCommand.Create(Report));
        return command;
    }
}
