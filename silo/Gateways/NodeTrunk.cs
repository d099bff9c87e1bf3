using System.Net;
using Burgernet.Grains.Dialing;
using Burgernet.Sip;

namespace Burgernet.Silo.Gateways;

/// <summary>One way out of this node: sockets of its own, a trunk, and the gateway over it.</summary>
internal sealed class NodeTrunk : IAsyncDisposable
{
    private readonly SipEndpoint _endpoint;

    /// <summary>Binds its ports.</summary>
    /// <param name="configured">Its settings.</param>
    /// <param name="peer">Where the carrier is.</param>
    /// <param name="time">The clock.</param>
    public NodeTrunk(ConfiguredCarrier configured, IPEndPoint peer, TimeProvider time)
    {
        var (carrier, trunk) = configured;
        Carrier = carrier;
        Peer = peer;
        _endpoint = SipEndpoint.Start(trunk.ToEndpoint(carrier), time);
        Gateway = new SipVoiceGateway(
            _endpoint,
            _endpoint.AddTrunk(trunk.ToTrunk(carrier, peer)),
            carrier.Practice,
            trunk.IsLoopback,
            time
        );
    }

    /// <summary>Whose it is.</summary>
    public CarrierOptions Carrier { get; }

    /// <summary>Where calls go.</summary>
    public IPEndPoint Peer { get; }

    /// <summary>How dialers place calls on it.</summary>
    public SipVoiceGateway Gateway { get; }

    public ValueTask DisposeAsync() => _endpoint.DisposeAsync();
}
