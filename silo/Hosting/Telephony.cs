using System.Net;
using Burgernet.Grains.Dialing;
using Burgernet.Practice;
using Burgernet.Silo.Gateways;
using Burgernet.Sip;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Hosting;

/// <summary>The node's sockets: its SIP endpoint, and the practice carrier where no other is configured. Lives from before the silo until after it.</summary>
internal sealed class Telephony : IAsyncDisposable
{
    private readonly SipEndpoint _endpoint;

    public Telephony(
        IOptions<TrunkOptions> trunkOptions,
        IOptions<CarrierOptions> carrierOptions,
        IOptions<PracticeOptions> practiceOptions,
        TimeProvider time
    )
    {
        var trunk = trunkOptions.Value;
        var carrier = carrierOptions.Value;
        var ports = (trunk.LastMediaPort - trunk.FirstMediaPort + 1) / 2;
        if (ports < carrier.Channels)
        {
            throw new NodeSettingException(
                $"Burgernet:Carrier has {carrier.Channels} lines, but its media ports carry {ports} calls (one even port each, FirstMediaPort to LastMediaPort)"
            );
        }

        if (trunk.Peer is null)
        {
            var practice = practiceOptions.Value.ToCarrierOptions();
            if (carrier.Channels > practice.Channels || carrier.CallsPerSecond > practice.CallsPerSecond)
            {
                throw new NodeSettingException(
                    $"Burgernet:Carrier asks {carrier.Channels} lines and {carrier.CallsPerSecond} calls a second of a practice carrier with {practice.Channels} and {practice.CallsPerSecond} (Burgernet:Practice)"
                );
            }

            Practice = PracticeCarrier.Start(practice, time);
        }

        _endpoint = SipEndpoint.Start(trunk.ToEndpoint(carrier), time);
        Peer = Practice?.LocalEndPoint ?? IPEndPoint.Parse(trunk.Peer!);
        var sipTrunk = _endpoint.AddTrunk(trunk.ToTrunk(carrier, Peer));
        Gateway = new SipVoiceGateway(_endpoint, sipTrunk, trunk.IsLoopback, time);
    }

    /// <summary>Where calls go.</summary>
    public IPEndPoint Peer { get; }

    /// <summary>The practice carrier of this process, or null.</summary>
    public PracticeCarrier? Practice { get; }

    /// <summary>How dialers place calls.</summary>
    public SipVoiceGateway Gateway { get; }

    public async ValueTask DisposeAsync()
    {
        await _endpoint.DisposeAsync();
        if (Practice is not null)
        {
            await Practice.DisposeAsync();
        }
    }
}
