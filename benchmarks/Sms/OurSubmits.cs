using System.Diagnostics;
using System.Text;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;

namespace Burgernet.Benchmarks.Sms;

/// <summary>Our client, which keeps a window full.</summary>
internal sealed class OurSubmits : ISmppClientOwner
{
    private long _done;
    private long _failed;
    private volatile bool _isOver;

    /// <summary>Runs it.</summary>
    public static async Task<WindowRound> CallAsync(NodeSmpp smsc, int window, int warm, int seconds, CancellationToken cancellation)
    {
        var owner = new OurSubmits();
        var options = new SmppClientOptions
        {
            Name = "benchmark",
            Smsc = smsc.EndPoint,
            Credentials = new SmppCredentials("burgernet", "secret"),
            Window = window,
        };
        await using var client = SmppClient.Start(options, owner);
        await client.WaitUntilBoundAsync(cancellation);
        var lanes = Enumerable.Range(0, window).Select(_ => owner.LaneAsync(client)).ToArray();
        await Task.Delay(TimeSpan.FromSeconds(warm), TimeProvider.System, cancellation);

        var smscBefore = await smsc.CpuAsync(cancellation);
        GC.Collect();
        var (before, bytes, cpu, clock) = (
            Volatile.Read(ref owner._done),
            GC.GetTotalAllocatedBytes(precise: true),
            Environment.CpuUsage.TotalTime,
            Stopwatch.GetTimestamp()
        );
        await Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System, cancellation);
        var (after, time) = (Volatile.Read(ref owner._done), Stopwatch.GetElapsedTime(clock));
        var round = new WindowRound(
            "ours",
            window,
            after - before,
            Volatile.Read(ref owner._failed),
            time,
            Environment.CpuUsage.TotalTime - cpu,
            await smsc.CpuAsync(cancellation) - smscBefore,
            GC.GetTotalAllocatedBytes(precise: true) - bytes
        );
        owner._isOver = true;
        await Task.WhenAll(lanes);
        await client.StopAsync(TimeSpan.FromSeconds(5));
        return round;
    }

    private async Task LaneAsync(SmppClient client)
    {
        var sms = new SubmitRequest
        {
            Source = SmppAddress.Alphanumeric("Burgernet"),
            Destination = SmppAddress.International("+31991005678"),
            RegisteredDelivery = RegisteredDelivery.Receipt,
            ShortMessage = Encoding.ASCII.GetBytes(
                "Burgernet: kind vermist, meisje van 8 jaar, rode jas, blauwe tas. Iets gezien? Bel 144."
            ),
        };
        while (!_isOver)
        {
            var result = await client.SubmitAsync(sms);
            if (result.Outcome != SubmitOutcome.Accepted)
            {
                Interlocked.Increment(ref _failed);
            }

            Interlocked.Increment(ref _done);
        }
    }
}
