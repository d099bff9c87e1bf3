using System.Diagnostics;
using System.Globalization;
using System.Net;
using Burgernet.Benchmarks.Reports;
using Burgernet.Sip;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Load.Streams;

/// <summary><c>voice streams --inbound</c>: audio in both directions and keys.</summary>
internal static class InboundCommand
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>Runs it.</summary>
    /// <param name="plan">How many, how long.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static async Task<RunSection> RunAsync(StreamsPlan plan, CancellationToken cancellation)
    {
        var seconds = (int)plan.MessageTime.TotalSeconds;
        using var phones =
            Process.Start(
                new ProcessStartInfo(Environment.ProcessPath!)
                {
                    UseShellExecute = false,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    ArgumentList = { "voice", "phones", "--count", Text($"{plan.Streams}"), "--seconds", Text($"{seconds + 5}") },
                }
            ) ?? throw new InvalidOperationException("the phones did not start");
        try
        {
            var port = int.Parse(await phones.StandardOutput.ReadLineAsync(cancellation) ?? "0", CultureInfo.InvariantCulture);
            return await MeasureAsync(plan, phones, port, cancellation);
        }
        finally
        {
            phones.Kill();
        }
    }

    private static async Task<RunSection> MeasureAsync(StreamsPlan plan, Process phones, int port, CancellationToken cancellation)
    {
        using var ports = MediaPorts.Row(plan.Streams * 3);
        await using var endpoint = SipEndpoint.Start(
            new SipEndpointOptions
            {
                MaxCalls = plan.Streams + 100,
                FirstMediaPort = ports.First,
                LastMediaPort = ports.Last,
                MediaThreads = plan.Threads,
                MediaPriority = plan.Priority,
            }
        );
        var trunk = endpoint.AddTrunk(new SipTrunkOptions { Name = "phones", Peer = new IPEndPoint(IPAddress.Loopback, port) });
        var tally = new KeyTally(plan.Streams);
        var message = Tone.Message(plan.MessageTime);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        var clock = Stopwatch.StartNew();
        for (var placed = 0; placed < plan.Streams; await timer.WaitForNextTickAsync(cancellation))
        {
            for (var due = Math.Min(plan.Streams, (int)(clock.Elapsed.TotalSeconds * plan.Rate)); placed < due; placed++)
            {
                endpoint.PlaceCall(
                    new SipCallRequest
                    {
                        Trunk = trunk,
                        To = InboundKeys.NumberOf(placed),
                        Message = message,
                        RingLimit = TimeSpan.FromSeconds(30),
                        Tag = placed,
                        Owner = tally,
                    }
                );
            }
        }

        await Task.Delay(Margin, TimeProvider.System, cancellation);
        var (cpu, began) = (Process.GetCurrentProcess().TotalProcessorTime, clock.Elapsed);
        var (sent, received) = (endpoint.MediaMeters.RtpSent, endpoint.MediaMeters.RtpReceived);
        await Task.Delay(plan.MessageTime - clock.Elapsed - Margin, TimeProvider.System, cancellation);
        var (used, time) = (Process.GetCurrentProcess().TotalProcessorTime - cpu, clock.Elapsed - began);
        (sent, received) = (endpoint.MediaMeters.RtpSent - sent, endpoint.MediaMeters.RtpReceived - received);
        while (tally.Ended < plan.Streams && clock.Elapsed < plan.MessageTime + TimeSpan.FromSeconds(60))
        {
            await timer.WaitForNextTickAsync(cancellation);
        }

        await phones.StandardInput.WriteLineAsync("report".AsMemory(), cancellation);
        await phones.StandardInput.FlushAsync(cancellation);
        var spoken = (await phones.StandardOutput.ReadLineAsync(cancellation) ?? "0 0").Split(' ');
        var (heard, missing, invented) = tally.Compare();
        var pressed = plan.Streams * InboundKeys.Count;
        return new RunSection
        {
            Name = "inbound",
            Title = "Streams with audio and keys from the far side",
            Command = Text($"voice streams --inbound --count {plan.Streams} --seconds {plan.Seconds} --rate {plan.Rate}"),
            Method = Text(
                $"Each call plays A-law and hears A-law, 50 packets a second each way; each phone presses {InboundKeys.Count} keys by RFC 4733, repeats of the same key among them. The phones are this library's own, in a process of their own (keys from programs of others: the wire tests). CPU is that of the calling process while all streams ran."
            ),
            Columns =
            [
                "streams",
                "ended well",
                "packets received of",
                "keys heard of",
                "missing",
                "invented",
                "CPU of one core",
                "CPU µs/s per stream",
                "packets sent, received while measured",
            ],
            Rows =
            [
                [
                    Text($"{plan.Streams}"),
                    Text($"{tally.Good}"),
                    Text($"{endpoint.MediaMeters.RtpReceived} of {spoken[0]}"),
                    Text($"{heard} of {pressed}"),
                    Text($"{missing}"),
                    Text($"{invented}"),
                    Text($"{used / time * 100:0} %"),
                    Text($"{used.TotalMicroseconds / time.TotalSeconds / plan.Streams:0}"),
                    Text($"{sent}, {received}"),
                ],
            ],
            Gates =
            [
                new("calls that ended well", Text($"{plan.Streams}"), Text($"{tally.Good}"), tally.Good == plan.Streams),
                new(
                    "keys, each once and in order",
                    Text($"{pressed}"),
                    Text($"{heard}, {missing} missing, {invented} invented"),
                    heard == pressed && missing + invented == 0
                ),
            ],
            Figures = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["streams"] = plan.Streams,
                ["keysPressed"] = pressed,
                ["keysHeard"] = heard,
                ["keysInvented"] = invented,
                ["cpuMicrosecondsPerSecondAndStream"] = used.TotalMicroseconds / time.TotalSeconds / plan.Streams,
            },
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
