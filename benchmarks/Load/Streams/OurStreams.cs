using System.Diagnostics;
using Burgernet.Sip;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Load.Streams;

/// <summary>Our engine plays one message to many calls at once.</summary>
internal static class OurStreams
{
    /// <summary>From the last call's begin until all of them are answered, and from the end of the measurement to the first hang-up.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>Runs it.</summary>
    /// <param name="plan">How many, how long.</param>
    /// <param name="watch">Whether tshark takes its share.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static async Task<StreamsRound> RunAsync(StreamsPlan plan, bool watch, CancellationToken cancellation)
    {
        using var far = await FarProcess.StartAsync(plan.PacketsAStream + 16, cancellation);
        using var capture = watch ? await StreamCapture.TryStartAsync(far.WatchedPort, cancellation) : null;
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
        var trunk = endpoint.AddTrunk(new SipTrunkOptions { Name = "streams", Peer = far.Signalling });
        var tally = new VoiceTally();
        var source = new CallSource(
            endpoint,
            new SipCallRequest
            {
                Trunk = trunk,
                To = "+31970100200",
                Message = Tone.Message(plan.MessageTime),
                RingLimit = TimeSpan.FromSeconds(30),
                Tag = 0,
                Owner = tally,
            }
        );
        var clock = Stopwatch.StartNew();
        await source.PlaceAsync(plan.Streams, plan.Rate, cancellation);
        await WaitAsync(Margin, cancellation);
        var window = plan.MessageTime - clock.Elapsed - Margin;

        // All are up: from here to the first hang-up the streams are steady.
        var before = Look(endpoint, isFirst: true);
        await WaitAsync(window, cancellation);
        var after = Look(endpoint, isFirst: false);
        await tally.DrainAsync(plan.Streams, TimeSpan.FromSeconds(60), cancellation);
        var time = after.Time - before.Time;
        var packets = after.Sent - before.Sent;
        return new StreamsRound(
            "ours",
            plan.Streams,
            plan.PacketsAStream,
            await far.ReportAsync(cancellation),
            (after.Cpu - before.Cpu) / time,
            (after.Cpu - before.Cpu).TotalMicroseconds / packets,
            (double)(after.Bytes - before.Bytes) / packets
        )
        {
            Stalls = endpoint.MediaMeters.Stalls,
            Collections = GC.CollectionCount(0),
            CollectionPause = GC.GetTotalPauseDuration(),
            Threads = after.Threads.ToDictionary(
                thread => thread.Key,
                thread => (thread.Value - before.Threads.GetValueOrDefault(thread.Key)) / time.TotalNanoseconds,
                StringComparer.Ordinal
            ),
            Capture = capture is null ? null : await capture.ReportAsync(cancellation),
        };
    }

    private static Glance Look(SipEndpoint endpoint, bool isFirst)
    {
        // What a look itself allocates stays outside of what is measured.
        var threads = isFirst ? ThreadTimes.Read() : null;
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var bytes = GC.GetTotalAllocatedBytes(precise: false);
        var (time, sent) = (Stopwatch.GetElapsedTime(0), endpoint.MediaMeters.RtpSent);
        return new Glance(time, cpu, sent, bytes, threads ?? ThreadTimes.Read());
    }

    private static async Task WaitAsync(TimeSpan time, CancellationToken cancellation)
    {
        if (time > TimeSpan.Zero)
        {
            await Task.Delay(time, TimeProvider.System, cancellation);
        }
    }

    private sealed record Glance(TimeSpan Time, TimeSpan Cpu, long Sent, long Bytes, Dictionary<string, long> Threads);
}
