using System.Net;
using Burgernet.Grains.Dialing;
using Burgernet.Practice;
using Burgernet.Silo.Hosting;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Sms;

/// <summary>The practice SMS centre of this node, from when a carrier without a peer asks for it.</summary>
internal sealed class PracticeSmscHost(IOptions<PracticeSmsOptions> options, TimeProvider time) : IAsyncDisposable
{
    /// <summary>The centre; null where no carrier is without a peer.</summary>
    public PracticeSmsc? Smsc { get; private set; }

    /// <summary>Who uses it; null where nobody does.</summary>
    public CarrierOptions? Carrier { get; private set; }

    /// <summary>Starts it.</summary>
    /// <param name="carrier">Who is to use it.</param>
    /// <returns>Where it listens.</returns>
    /// <exception cref="NodeSettingException">The carrier asks more than it gives, or another uses it already.</exception>
    public EndPoint Start(CarrierOptions carrier)
    {
        if (Smsc is not null)
        {
            throw new NodeSettingException("Only one SMS centre can be the practice centre in this process; the others need a Peer");
        }

        var practice = options.Value.ToSmscOptions();
        if (carrier.CallsPerSecond > practice.SegmentsPerSecond)
        {
            throw new NodeSettingException(
                $"SMS centre '{carrier.Name}' asks {carrier.CallsPerSecond} segments a second of a practice centre with {practice.SegmentsPerSecond} (Burgernet:Practice:Sms)"
            );
        }

        Smsc = PracticeSmsc.Start(practice, time);
        Carrier = carrier;
        return Smsc.LocalEndPoint;
    }

    public ValueTask DisposeAsync() => Smsc?.DisposeAsync() ?? ValueTask.CompletedTask;
}
