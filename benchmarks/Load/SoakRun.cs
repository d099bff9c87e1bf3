using System.Diagnostics;
using Burgernet.Sip;
using Burgernet.Sip.Media;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Load;

/// <summary>Calls of several kinds over lines that lose packets, for a long time: nothing may be stuck, nothing may grow.</summary>
/// <param name="time">How long calls are placed.</param>
/// <param name="rate">Calls a second, all kinds together.</param>
/// <param name="loss">Share of datagrams lost each way.</param>
/// <param name="seed">Which ones.</param>
/// <param name="t1">T1 of the endpoints.</param>
internal sealed class SoakRun(TimeSpan time, int rate, double loss, int seed, TimeSpan t1)
{
    /// <summary>Media ports of both endpoints together.</summary>
    public const int MostPorts = PortNumbers / 2;

    private const int MessageSeconds = 4;
    private const int PortNumbers = 4_000;

    /// <summary>Of these, so many are for calls with audio both ways.</summary>
    private const int TalkNumbers = 200;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    /// <summary>All that outlives a call by 64·T1 has reached its number, twice over.</summary>
    public TimeSpan WarmUp => t1 * 128 < time / 4 ? time / 4 : t1 * 128;

    public async Task<SoakOutcome> RunAsync(CancellationToken cancellation)
    {
        // The runtime's own descriptors for asynchronous sockets are opened with the first of them.
        using (var first = new LossyRelay(loss, seed))
        {
            first.Start(first.EndPoint);
        }

        var descriptors = Leftovers.Descriptors();
        using var ports = MediaPorts.Row(PortNumbers);
        var firstTalk = ports.Last + 1 - TalkNumbers;
        var calls = SipEndpoint.Start(
            new SipEndpointOptions
            {
                T1 = t1,
                FirstMediaPort = ports.First,
                LastMediaPort = firstTalk - 1,
            }
        );
        var talks = SipEndpoint.Start(
            new SipEndpointOptions
            {
                T1 = t1,
                FirstMediaPort = firstTalk,
                LastMediaPort = ports.Last,
            }
        );
        await using var firstEnd = calls;
        await using var secondEnd = talks;
        SoakTraffic[] kinds =
        [
            new("answered", calls, "soak-answer.xml", Math.Max(1, rate * 7 / 10), SipCallEnd.HungUpByUs, loss, seed),
            new("busy", calls, "soak-busy.xml", Math.Max(1, rate * 15 / 100), SipCallEnd.Rejected, loss, seed + 100),
            new("rings out", calls, "soak-ring.xml", Math.Max(1, rate * 15 / 100), SipCallEnd.RingLimit, loss, seed + 200),
            new("with audio both ways", talks, "soak-answer.xml", 2, SipCallEnd.HungUpByUs, loss, seed + 300, Message()),
        ];
        var samples = new List<SoakSample>();
        SoakSample warm = default;
        try
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var clock = Stopwatch.StartNew();
            var placing = Task.WhenAll(kinds.Select(kind => kind.RunAsync(time, ending.Token)));
            using var timer = new PeriodicTimer(Between);
            while (!placing.IsCompleted)
            {
                await timer.WaitForNextTickAsync(cancellation);
                samples.Add(SoakSample.Take(clock.Elapsed, Left(), Ports(), collect: false));
                if (warm == default && clock.Elapsed >= WarmUp)
                {
                    warm = SoakSample.Take(clock.Elapsed, Left(), Ports(), collect: true);
                }
            }

            await placing;
            var last = SoakSample.Take(clock.Elapsed, Left(), Ports(), collect: true);

            // The last call, its BYE that nothing answers, and what outlives it: three times 64·T1, and the ring limit.
            var limit = (t1 * 64 * 3) + TimeSpan.FromSeconds(30);
            var left = await Leftovers.AfterAsync(calls, [.. kinds[..3].Select(kind => kind.Trunk)], limit, cancellation);
            var talking = await Leftovers.AfterAsync(talks, [kinds[3].Trunk], limit, cancellation);
            var media = talks.MediaMeters;
            await calls.DisposeAsync();
            await talks.DisposeAsync();
            return new SoakOutcome(
                [
                    .. kinds.Select(kind => new SoakKind(
                        kind.Name,
                        kind.Placed,
                        kind.Tally.Ended,
                        kind.Tally.Count(kind.Expected),
                        kind.Tally.ToString()
                    )),
                ],
                calls.Core.Context.Meters.Retransmissions + talks.Core.Context.Meters.Retransmissions,
                kinds.Sum(kind => kind.Carried),
                kinds.Sum(kind => kind.Lost),
                media.RtpSent,
                media.RtpReceived,
                samples,
                warm,
                last,
                left + talking,
                () => Leftovers.Descriptors() - descriptors
            );
        }
        finally
        {
            Array.ForEach(kinds, kind => kind.Dispose());
        }

        int Ports() => calls.MediaMeters.OpenPorts + talks.MediaMeters.OpenPorts;
        Leftovers Left() => Leftovers.Of(calls, kinds[..3].Select(kind => kind.Trunk)) + Leftovers.Of(talks, [kinds[3].Trunk]);
    }

    private static AudioMessage Message()
    {
        var samples = new short[MessageSeconds * 8_000];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)(8_000 * Math.Sin(2 * Math.PI * 440 * i / 8_000));
        }

        return AudioMessage.FromLinear(samples);
    }
}
