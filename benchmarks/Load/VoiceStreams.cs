using System.Diagnostics;
using System.Globalization;
using System.Net;
using Burgernet.Sip;
using Burgernet.Sip.Media;

namespace Burgernet.Benchmarks.Load;

/// <summary>Many messages played at once into a receiver of another process.</summary>
internal sealed class VoiceStreams(int streams, int seconds, int callsPerSecond)
{
    public async Task<string[]> RunAsync(CancellationToken cancellation)
    {
        using var far = StartReceiver();
        var port = int.Parse(await far.StandardOutput.ReadLineAsync(cancellation) ?? "0", CultureInfo.InvariantCulture);
        await using var endpoint = SipEndpoint.Start(new SipEndpointOptions { MaxCalls = 5_500 });
        var trunk = endpoint.AddTrunk(new SipTrunkOptions { Name = "streams", Peer = new IPEndPoint(IPAddress.Loopback, port) });
        var tally = new VoiceTally();
        var message = Message(seconds);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        var clock = Stopwatch.StartNew();
        for (long placed = 0; placed < streams; )
        {
            for (; placed < Math.Min(streams, (long)(clock.Elapsed.TotalSeconds * callsPerSecond)); placed++)
            {
                endpoint.PlaceCall(
                    new SipCallRequest
                    {
                        Trunk = trunk,
                        To = "+31970100200",
                        Message = message,
                        RingLimit = TimeSpan.FromSeconds(30),
                        Tag = placed,
                        Owner = tally,
                    }
                );
            }

            await timer.WaitForNextTickAsync(cancellation);
        }

        // All are up: from here to the first hang-up the streams are steady.
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var sent = endpoint.MediaMeters.RtpSent;
        var stalls = endpoint.MediaMeters.Stalls;
        var steady = Stopwatch.StartNew();
        var most = TimeSpan.FromSeconds(seconds - ((double)streams / callsPerSecond) - 2);
        while (steady.Elapsed < most)
        {
            await timer.WaitForNextTickAsync(cancellation);
        }

        var used = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        var packets = endpoint.MediaMeters.RtpSent - sent;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        stalls = endpoint.MediaMeters.Stalls - stalls;
        var time = steady.Elapsed;
        while (tally.Ended < streams && clock.Elapsed < TimeSpan.FromSeconds(seconds + 60))
        {
            await timer.WaitForNextTickAsync(cancellation);
        }

        await far.StandardInput.WriteLineAsync("end".AsMemory(), cancellation);
        await far.StandardInput.FlushAsync(cancellation);
        var counted = (await far.StandardOutput.ReadLineAsync(cancellation) ?? "").Split(' ');
        return
        [
            "| streams | seconds | ended well | packets received of | fewest in a call | CPU of one core | CPU µs per packet | bytes per packet | stalls of 20 ms |",
            "|---|---|---|---|---|---|---|---|---|",
            $"| {streams} | {seconds} | {tally.Good} | {counted[1]} of {(long)streams * seconds * 50} | {counted[3]} | {used / time * 100:0} % | {used.TotalMicroseconds / packets:0.0} | {(double)allocated / packets:0.00} | {stalls} |",
        ];
    }

    private static Process StartReceiver() =>
        Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                ArgumentList = { "voice", "receiver" },
            }
        ) ?? throw new InvalidOperationException("the receiver did not start");

    private static AudioMessage Message(int seconds)
    {
        var samples = new short[seconds * 8_000];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)(8_000 * Math.Sin(2 * Math.PI * 440 * i / 8_000));
        }

        return AudioMessage.FromLinear(samples);
    }
}
