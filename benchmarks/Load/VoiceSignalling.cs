using System.Diagnostics;
using Burgernet.Sip;

namespace Burgernet.Benchmarks.Load;

/// <summary>Calls without media against sipp: INVITE, 200, ACK, BYE, 200, at a steady rate.</summary>
internal static class VoiceSignalling
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    /// <summary>Ours as the caller.</summary>
    /// <param name="rate">Calls a second.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="warmSeconds">Before it is measured: code is compiled, pools are filled; beyond 64·T1 all that is kept has reached its size.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<SignallingRound> OursAsync(int rate, int seconds, int warmSeconds, CancellationToken cancellation)
    {
        using var far = SippProcess.Answer();
        await using var endpoint = SipEndpoint.Start(new SipEndpointOptions { MaxCalls = 10_000 });
        var tally = new VoiceTally();
        var source = new CallSource(
            endpoint,
            new SipCallRequest
            {
                Trunk = endpoint.AddTrunk(new SipTrunkOptions { Name = "voice", Peer = far.EndPoint }),
                To = "+31970100200",
                RingLimit = TimeSpan.FromSeconds(30),
                Tag = 0,
                Owner = tally,
            }
        );
        var total = (long)rate * seconds;
        var warm = (long)rate * warmSeconds;
        await source.PlaceAsync(warm, rate, cancellation);
        await tally.DrainAsync(warm, Patience, cancellation);
        var good = tally.Good;
        var repeats = endpoint.Core.Context.Meters.Retransmissions;
        var threads = ThreadTimes.Read();
        var farCpu = far.Cpu;
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var sending = await source.PlaceAsync(total, rate, cancellation);
        await tally.DrainAsync(warm + total, Patience, cancellation);
        var used = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return new SignallingRound(
            "ours",
            total / sending.TotalSeconds,
            total,
            total - (tally.Good - good),
            endpoint.Core.Context.Meters.Retransmissions - repeats,
            used.TotalMicroseconds / total,
            (far.Cpu - farCpu).TotalMicroseconds / total,
            (double)allocated / total,
            ThreadTimes
                .Read()
                .ToDictionary(
                    time => time.Key,
                    time => (time.Value - threads.GetValueOrDefault(time.Key)) / 1e3 / total,
                    StringComparer.Ordinal
                )
        );
    }

    /// <summary>sipp as the caller, with its own scenario of the same messages.</summary>
    public static async Task<SignallingRound> SippAsync(int rate, int seconds, CancellationToken cancellation)
    {
        using var far = SippProcess.Answer();
        var total = (long)rate * seconds;
        var clock = Stopwatch.StartNew();
        using var caller = SippProcess.Call(far.EndPoint, rate, total);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var cpu = TimeSpan.Zero;
        var farCpu = far.Cpu;
        var waiting = caller.WaitAsync(cancellation);
        while (!waiting.IsCompleted)
        {
            await Task.WhenAny(waiting, timer.WaitForNextTickAsync(cancellation).AsTask());
            cpu = caller.Cpu > cpu ? caller.Cpu : cpu;
        }

        // sipp ends with 0 only where every call succeeded.
        var failed = caller.Count("FailedCall(C)");
        return new SignallingRound(
            "sipp",
            total / clock.Elapsed.TotalSeconds,
            total,
            caller.ExitCode != 0 && failed == 0 ? total : failed,
            caller.Count("Retransmissions(C)"),
            cpu.TotalMicroseconds / total,
            (far.Cpu - farCpu).TotalMicroseconds / total,
            Bytes: null,
            new Dictionary<string, double>(StringComparer.Ordinal)
        );
    }
}
