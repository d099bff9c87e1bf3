using System.Diagnostics;
using System.Globalization;
using System.Net;
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
        var share = Math.Max(1, window / smsc.EndPoints.Count);
        var clients = smsc.EndPoints.Select((endPoint, number) => SmppClient.Start(Options(endPoint, number, share), owner)).ToArray();
        await Task.WhenAll(clients.Select(client => client.WaitUntilBoundAsync(cancellation)));
        var lanes = clients.SelectMany(client => Enumerable.Range(0, share).Select(_ => owner.LaneAsync(client))).ToArray();
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
        foreach (var client in clients)
        {
            await client.StopAsync(TimeSpan.FromSeconds(5));
            await client.DisposeAsync();
        }

        return round;
    }

    private static SmppClientOptions Options(IPEndPoint endPoint, int number, int window) =>
        new()
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"benchmark-{number}"),
            Smsc = endPoint,
            Credentials = new SmppCredentials("burgernet", "secret"),
            Window = window,
        };

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
