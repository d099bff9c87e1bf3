using System.Diagnostics;
using System.Globalization;
using Burgernet.Sip;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Load;

/// <summary>Calls without media against sipp: INVITE, 200, ACK, BYE, 200, at a steady rate.</summary>
internal static class VoiceSignalling
{
    /// <summary>How long calls may end after the last was placed: longer than Timer B and F.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    /// <summary>Calls without media last a few milliseconds: with the usual 2 s, their ports would be the limit.</summary>
    public static readonly TimeSpan PortRest = TimeSpan.FromMilliseconds(50);

    private const int MostPorts = 20_000;

    /// <summary>Ours as the caller over UDP.</summary>
    /// <param name="rate">Calls a second.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="warmSeconds">Before it is measured: code is compiled, pools are filled; beyond 64·T1 all that is kept has reached its size.</param>
    /// <param name="patience">How long the last calls may take to end.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="maxUnanswered">INVITEs without any response at the same time.</param>
    public static async Task<SignallingRound> OursAsync(
        int rate,
        int seconds,
        int warmSeconds,
        TimeSpan patience,
        CancellationToken cancellation,
        int maxUnanswered = 1_000
    )
    {
        using var far = SippProcess.Answer();
        var trunk = new SipTrunkOptions
        {
            Name = "voice",
            Peer = far.EndPoint,
            MaxUnanswered = maxUnanswered,
        };
        return await CallAsync("ours", trunk, () => far.Cpu, rate, seconds, warmSeconds, patience, cancellation);
    }

    /// <summary>Ours as the caller, over a trunk of any transport.</summary>
    /// <param name="caller">Its name in the report.</param>
    /// <param name="trunk">Who answers.</param>
    /// <param name="cpuOfFar">CPU that the far side has used so far.</param>
    /// <param name="rate">Calls a second.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="warmSeconds">Before it is measured.</param>
    /// <param name="patience">How long the last calls may take to end.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<SignallingRound> CallAsync(
        string caller,
        SipTrunkOptions trunk,
        Func<TimeSpan> cpuOfFar,
        int rate,
        int seconds,
        int warmSeconds,
        TimeSpan patience,
        CancellationToken cancellation
    )
    {
        using var ports = MediaPorts.Row(MostPorts);
        await using var endpoint = SipEndpoint.Start(
            new SipEndpointOptions
            {
                FirstMediaPort = ports.First,
                LastMediaPort = ports.Last,
                MaxCalls = 20_000,
                MediaPortRest = PortRest,
            }
        );
        var tally = new VoiceTally();
        var source = new CallSource(
            endpoint,
            new SipCallRequest
            {
                Trunk = endpoint.AddTrunk(trunk),
                To = "+31970100200",
                RingLimit = TimeSpan.FromSeconds(30),
                Tag = 0,
                Owner = tally,
            }
        );
        var total = (long)rate * seconds;
        var warm = (long)rate * warmSeconds;
        await source.PlaceAsync(warm, rate, cancellation);
        await tally.DrainAsync(warm, patience, cancellation);
        var before = Ends(tally, source.Trunk);
        var good = tally.Good;
        var repeats = endpoint.Core.Context.Meters.Retransmissions;
        var threads = ThreadTimes.Read();
        var farCpu = cpuOfFar();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var sending = await source.PlaceAsync(total, rate, cancellation);
        await tally.DrainAsync(warm + total, patience, cancellation);
        var used = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        Console.Error.WriteLine(
            $"{caller} {rate}/s: {tally}; kept back {string.Join(' ', source.Trunk.Admission.KeptBack)}, overloads {source.Trunk.Admission.Overloads}"
        );
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return new SignallingRound(
            caller,
            total / sending.TotalSeconds,
            total,
            total - (tally.Good - good),
            string.Join(", ", Ends(tally, source.Trunk).Zip(before, Since).Where(static text => text.Length > 0)),
            endpoint.Core.Context.Meters.Retransmissions - repeats,
            used.TotalMicroseconds / total,
            (cpuOfFar() - farCpu).TotalMicroseconds / total,
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
    /// <param name="rate">Calls a second.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="patience">How long the last calls may take to end.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<SignallingRound> SippAsync(int rate, int seconds, TimeSpan patience, CancellationToken cancellation)
    {
        using var far = SippProcess.Answer();
        var total = (long)rate * seconds;
        var clock = Stopwatch.StartNew();
        using var caller = SippProcess.Call(far.EndPoint, rate, total);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var cpu = TimeSpan.Zero;
        var farCpu = far.Cpu;
        var waiting = caller.WaitAsync(cancellation);
        while (!waiting.IsCompleted && clock.Elapsed < TimeSpan.FromSeconds(seconds) + patience)
        {
            await Task.WhenAny(waiting, timer.WaitForNextTickAsync(cancellation).AsTask());
            cpu = caller.Cpu > cpu ? caller.Cpu : cpu;
        }

        // It ends by itself once every call has; with 0 only where every call succeeded.
        var elapsed = clock.Elapsed;
        var failed = waiting.IsCompleted ? caller.Count("FailedCall(C)") : total - caller.Count("SuccessfulCall(C)");
        return new SignallingRound(
            "sipp",
            total / elapsed.TotalSeconds,
            total,
            waiting.IsCompleted && caller.ExitCode != 0 && failed == 0 ? total : failed,
            Failures: "",
            caller.Count("Retransmissions(C)"),
            cpu.TotalMicroseconds / total,
            (far.Cpu - farCpu).TotalMicroseconds / total,
            Bytes: null,
            new Dictionary<string, double>(StringComparer.Ordinal)
        );
    }

    /// <summary>How often calls ended in each way but the good one, and what kept back those that were not admitted.</summary>
    private static (string Name, long Count)[] Ends(VoiceTally tally, SipTrunk trunk) =>
        [
            .. Enum.GetValues<SipCallEnd>()
                .Where(static end => end is not (SipCallEnd.HungUpByUs or SipCallEnd.NotAdmitted))
                .Select(end => ($"{end}", tally.Count(end))),
            .. Enum.GetValues<SipBarrier>().Select(barrier => ($"kept back by {barrier}", trunk.Admission.KeptBack[(int)barrier])),
        ];

    private static string Since((string Name, long Count) now, (string Name, long Count) then) =>
        now.Count == then.Count ? "" : string.Create(CultureInfo.InvariantCulture, $"{now.Name} {now.Count - then.Count}");
}
