using System.Diagnostics;
using Burgernet.Sip;

namespace Burgernet.Benchmarks.Load;

/// <summary>Calls without media against sipp: INVITE, 200, ACK, BYE, 200, at a steady rate.</summary>
internal sealed class VoiceSignalling(int rate, int seconds, int warmSeconds)
{
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        using var far = SippProcess.Answer(Path.Combine(AppContext.BaseDirectory, "Load", "voice-answer.xml"));
        await using var endpoint = SipEndpoint.Start(new SipEndpointOptions { MaxCalls = 10_000 });
        var trunk = endpoint.AddTrunk(new SipTrunkOptions { Name = "voice", Peer = far.EndPoint });
        var tally = new VoiceTally();
        var total = (long)rate * seconds;

        // Code is compiled, pools are filled; beyond 64·T1 all that is kept has reached its size.
        var warm = (long)rate * warmSeconds;
        await PlaceAsync(endpoint, trunk, tally, warm, rate, cancellation);
        await DrainAsync(tally, warm, cancellation);
        var before = tally.Good;
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var farCpu = far.Cpu;
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var clock = Stopwatch.StartNew();
        await PlaceAsync(endpoint, trunk, tally, total, rate, cancellation);
        var sending = clock.Elapsed;
        await DrainAsync(tally, warm + total, cancellation);
        var used = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        var farUsed = far.Cpu - farCpu;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        var good = tally.Good - before;
        var meters = endpoint.Core.Context.Meters;
        return $"| ours | {total / sending.TotalSeconds:0} | {total} | {total - good} | {meters.Retransmissions} | {used.TotalMicroseconds / total:0.0} | {(double)allocated / total:0} | {farUsed.TotalMicroseconds / total:0.0} |";
    }

    /// <summary>sipp as the caller, the same scenario and rate.</summary>
    public async Task<string> CompareAsync(CancellationToken cancellation)
    {
        using var far = SippProcess.Answer(Path.Combine(AppContext.BaseDirectory, "Load", "voice-answer.xml"));
        var total = (long)rate * seconds;
        var clock = Stopwatch.StartNew();
        using var caller = SippProcess.Call(far.EndPoint, rate, total);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var cpu = TimeSpan.Zero;
        var waiting = caller.WaitAsync(cancellation);
        while (!waiting.IsCompleted)
        {
            await Task.WhenAny(waiting, timer.WaitForNextTickAsync(cancellation).AsTask());
            cpu = caller.Cpu > cpu ? caller.Cpu : cpu;
        }

        return $"| sipp | {total / clock.Elapsed.TotalSeconds:0} | {total} | {(caller.ExitCode == 0 ? "0" : $"exit {caller.ExitCode}")} | – | {cpu.TotalMicroseconds / total:0.0} | – | – |";
    }

    private static async Task PlaceAsync(
        SipEndpoint endpoint,
        SipTrunk trunk,
        VoiceTally tally,
        long count,
        int rate,
        CancellationToken cancellation
    )
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        var clock = Stopwatch.StartNew();
        long placed = 0;
        while (placed < count)
        {
            var due = Math.Min(count, (long)(clock.Elapsed.TotalSeconds * rate));
            for (; placed < due; placed++)
            {
                endpoint.PlaceCall(
                    new SipCallRequest
                    {
                        Trunk = trunk,
                        To = "+31970100200",
                        RingLimit = TimeSpan.FromSeconds(30),
                        Tag = placed,
                        Owner = tally,
                    }
                );
            }

            await timer.WaitForNextTickAsync(cancellation);
        }
    }

    private static async Task DrainAsync(VoiceTally tally, long count, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var i = 0; i < 800 && tally.Ended < count; i++)
        {
            await timer.WaitForNextTickAsync(cancellation);
        }
    }
}
