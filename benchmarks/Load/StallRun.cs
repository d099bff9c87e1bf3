using System.Diagnostics;
using Burgernet.Sip;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Load;

/// <summary>The far side stops for some seconds in the middle of a steady rate of calls (SIGSTOP, SIGCONT), and what becomes of it.</summary>
/// <param name="rate">Calls a second.</param>
/// <param name="before">Seconds before the stall.</param>
/// <param name="stall">Seconds that it lasts.</param>
/// <param name="after">Seconds after it.</param>
/// <param name="t1">T1 of the endpoint.</param>
internal sealed class StallRun(int rate, int before, int stall, int after, TimeSpan t1)
{
    /// <summary>A window of this length says what the rate is.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs it.</summary>
    /// <param name="far">The process to stop.</param>
    /// <param name="trunk">Settings of the trunk to it.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<StallOutcome> RunAsync(SippProcess far, Func<SipTrunkOptions, SipTrunkOptions> trunk, CancellationToken cancellation)
    {
        var descriptors = Leftovers.Descriptors();
        var tally = new VoiceTally();
        var seconds = new List<StallSecond>();

        // A call takes two numbers, and so does each of the last 2 s, in which ports rest; some more for those that the stall keeps.
        using var ports = MediaPorts.Row(rate * 10);
        var endpoint = SipEndpoint.Start(
            new SipEndpointOptions
            {
                FirstMediaPort = ports.First,
                LastMediaPort = ports.Last,
                MaxCalls = 10_000,
                T1 = t1,
            }
        );
        await using (endpoint)
        {
            var line = endpoint.AddTrunk(trunk(new SipTrunkOptions { Name = "stall", Peer = far.EndPoint }));
            var source = new CallSource(
                endpoint,
                new SipCallRequest
                {
                    Trunk = line,
                    To = "+31970100200",
                    RingLimit = t1 * 60,
                    Tag = 0,
                    Owner = tally,
                }
            );
            var clock = Stopwatch.StartNew();
            var total = (long)rate * (before + stall + after);
            var placing = source.PlaceAsync(total, rate, cancellation);
            var stops = TimeSpan.FromSeconds(before);
            var goesOn = TimeSpan.FromSeconds(before + stall);
            var fullAgain = TimeSpan.MaxValue;
            var (isStopped, isOver) = (false, false);
            var recent = new Queue<(TimeSpan At, long Good, long NotAdmitted)>();
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (!placing.IsCompleted)
            {
                await timer.WaitForNextTickAsync(cancellation);
                var now = clock.Elapsed;
                if (!isStopped && now >= stops)
                {
                    isStopped = true;
                    far.Freeze();
                }
                else if (!isOver && now >= goesOn)
                {
                    isOver = true;
                    far.Thaw();
                    goesOn = clock.Elapsed;
                    recent.Clear();
                }

                var refused = tally.Count(SipCallEnd.NotAdmitted);
                recent.Enqueue((now, tally.Good, refused));
                while (recent.Peek().At < now - Window)
                {
                    var (at, good, refusedBefore) = recent.Dequeue();
                    var isFull = refused == refusedBefore && tally.Good - good >= 0.97 * rate * (now - at).TotalSeconds;
                    if (isOver && isFull && fullAgain == TimeSpan.MaxValue)
                    {
                        // The window before this look was full: calls end within milliseconds of their start.
                        fullAgain = at - goesOn;
                    }
                }

                if (now >= TimeSpan.FromSeconds(seconds.Count + 1))
                {
                    seconds.Add(
                        new StallSecond(
                            source.Placed,
                            tally.Good,
                            tally.Count(SipCallEnd.NotAdmitted),
                            endpoint.Core.Context.Meters.Retransmissions
                        )
                    );
                }
            }

            await placing;
            await tally.DrainAsync(total, VoiceSignalling.Patience, cancellation);
            var left = await Leftovers.AfterAsync(endpoint, [line], t1 * 64 * 3, cancellation);
            await endpoint.DisposeAsync();
            return new StallOutcome(
                total,
                tally.ToString(),
                tally.Ended,
                tally.Good,
                [.. line.Admission.KeptBack],
                line.Admission.Overloads,
                endpoint.Core.Context.Meters.Retransmissions,
                fullAgain,
                left,
                Leftovers.Descriptors() - descriptors,
                seconds
            );
        }
    }
}
