using System.Diagnostics;
using Burgernet.Sip;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Load.Streams;

/// <summary>Full calls at one rate against the counting far side.</summary>
internal static class FullCalls
{
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(8);

    /// <summary>Runs it.</summary>
    /// <param name="rate">Calls a second.</param>
    /// <param name="seconds">How long calls are placed.</param>
    /// <param name="length">Seconds of audio a call.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static async Task<CallsRound> RunAsync(int rate, int seconds, int length, CancellationToken cancellation)
    {
        using var far = await FarProcess.StartAsync(packets: 0, cancellation);
        using var ports = MediaPorts.Row(rate * (length + 4) * 3);
        await using var endpoint = SipEndpoint.Start(
            new SipEndpointOptions
            {
                MaxCalls = (rate * (length + 2)) + 500,
                FirstMediaPort = ports.First,
                LastMediaPort = ports.Last,
            }
        );
        var trunk = endpoint.AddTrunk(new SipTrunkOptions { Name = "calls", Peer = far.Signalling });
        var tally = new VoiceTally();
        var source = new CallSource(
            endpoint,
            new SipCallRequest
            {
                Trunk = trunk,
                To = "+31970100200",
                Message = Tone.Message(TimeSpan.FromSeconds(length)),
                RingLimit = TimeSpan.FromSeconds(30),
                Tag = 0,
                Owner = tally,
            }
        );
        var calls = rate * seconds;
        var clock = Stopwatch.StartNew();
        var placing = source.PlaceAsync(calls, rate, cancellation);
        await Task.Delay(TimeSpan.FromSeconds(seconds) - Measured, TimeProvider.System, cancellation);
        var (cpu, farCpu, began) = (Process.GetCurrentProcess().TotalProcessorTime, far.Cpu, clock.Elapsed);
        await placing;
        var (used, farUsed, time) = (Process.GetCurrentProcess().TotalProcessorTime - cpu, far.Cpu - farCpu, clock.Elapsed - began);
        var atOnce = endpoint.ActiveCalls;
        await tally.DrainAsync(calls, TimeSpan.FromSeconds(length + 40), cancellation);

        // The last BYE may still be under way.
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellation);
        var seen = await far.ReportAsync(cancellation);
        return new CallsRound(
            rate,
            calls,
            calls - tally.Good,
            calls - seen.PacketsOfCalls.GetValueOrDefault(length * 50L),
            atOnce,
            used / time,
            farUsed / time,
            endpoint.MediaMeters.Stalls,
            endpoint.Core.Context.Meters.Retransmissions
        );
    }
}
