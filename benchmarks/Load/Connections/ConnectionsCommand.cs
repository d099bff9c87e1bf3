using System.CommandLine;
using System.Globalization;
using Burgernet.Benchmarks.Reports;
using Burgernet.Sip;

namespace Burgernet.Benchmarks.Load.Connections;

/// <summary><c>voice connections</c>: the same calls over UDP, TCP and TLS.</summary>
internal static class ConnectionsCommand
{
    private const double MostBytes = 256;

    public static Command Create(RunReport report)
    {
        var rate = new Option<int>("--rate") { Description = "Calls a second.", DefaultValueFactory = _ => 1_000 };
        var seconds = new Option<int>("--seconds") { Description = "How long, each.", DefaultValueFactory = _ => 15 };
        var warm = new Option<int>("--warm") { Description = "Seconds at the same rate before measuring.", DefaultValueFactory = _ => 35 };
        var save = new Option<bool>("--save") { Description = "Store the result and render the report." };
        var command = new Command("connections", "The same calls over UDP, TCP and TLS.") { rate, seconds, warm, save };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var (atRate, length, warmth) = (parsed.GetValue(rate), parsed.GetValue(seconds), parsed.GetValue(warm));
                var rounds = new List<SignallingRound>();
                foreach (var transport in new[] { SipTransport.Udp, SipTransport.Tcp })
                {
                    // "t1": one connection for all calls, as ours does it.
                    string[] arguments = transport == SipTransport.Tcp ? ["-t", "t1", "-max_socket", "1000"] : [];
                    using var far = SippProcess.Answer(more: arguments);
                    var trunk = new SipTrunkOptions
                    {
                        Name = "voice",
                        Peer = far.EndPoint,
                        Transport = transport,
                    };
                    rounds.Add(await CallAsync(transport == SipTransport.Udp ? "ours, UDP" : "ours, TCP", trunk, () => far.Cpu));
                }

                using var secured = await TlsFarProcess.StartAsync(cancellation);
                rounds.Add(await CallAsync("ours, TLS", secured.Trunk, () => secured.Cpu));
                return report.Write(
                    Section(rounds, $"voice connections --rate {atRate} --seconds {length} --warm {warmth}"),
                    parsed.GetValue(save)
                );

                Task<SignallingRound> CallAsync(string caller, SipTrunkOptions trunk, Func<TimeSpan> cpuOfFar) =>
                    VoiceSignalling.CallAsync(caller, trunk, cpuOfFar, atRate, length, warmth, VoiceSignalling.Patience, cancellation);
            }
        );
        return command;
    }

    private static RunSection Section(IReadOnlyList<SignallingRound> rounds, string command) =>
        new()
        {
            Name = "connections",
            Title = "UDP, TCP and TLS",
            Command = command,
            Method =
                "The calls of the section on signalling, over each transport in turn, on one connection. sipp answers over UDP and TCP (`-t t1`), our "
                + "own endpoint in another process over TLS, since sipp as Debian builds it has none: its CPU is not to be compared. Encryption runs on "
                + "the thread pool, whose threads are named .NET TP Worker.",
            Columns = VoiceRate.Columns,
            Rows = [.. rounds.Select(VoiceRate.Row)],
            Gates =
            [
                .. rounds.Select(round => new Gate(
                    $"failed calls, {round.Caller}",
                    "0",
                    Text($"{round.Failed} of {round.Calls}"),
                    round.Failed == 0
                )),
                .. rounds.Select(round => new Gate(
                    $"allocated per call, {round.Caller}",
                    Text($"≤ {MostBytes} B"),
                    Text($"{round.Bytes:0} B"),
                    round.Bytes <= MostBytes,
                    IsGoal: true
                )),
            ],
            Figures = rounds.ToDictionary(
                round => $"cpuMicrosecondsPerCall {round.Caller}",
                round => round.CpuMicroseconds,
                StringComparer.Ordinal
            ),
        };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
