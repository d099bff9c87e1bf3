using System.Net;
using Burgernet.Grains.Dialing;
using Burgernet.Silo.CallBacks;
using Burgernet.Sip;

namespace Burgernet.Silo.Gateways;

/// <summary>One way out of this node: sockets of its own, a trunk, and the gateway over it.</summary>
internal sealed class NodeTrunk : IAsyncDisposable
{
    private readonly SipEndpoint _endpoint;

    /// <summary>Binds its ports.</summary>
    /// <param name="configured">Its settings.</param>
    /// <param name="peer">Where the carrier is.</param>
    /// <param name="callers">What is done with calls that come in.</param>
    /// <param name="time">The clock.</param>
    public NodeTrunk(ConfiguredCarrier configured, IPEndPoint peer, CallBackLine callers, TimeProvider time)
    {
        var (carrier, trunk) = configured;
        Carrier = carrier;
        Peer = peer;
        var takesCalls = callers.At(carrier, peer, trunk.IsLoopback);
        _endpoint = SipEndpoint.Start(trunk.ToEndpoint(carrier) with { IncomingCalls = takesCalls }, time);
        var way = _endpoint.AddTrunk(trunk.ToTrunk(carrier, peer));
        Gateway = new SipVoiceGateway(_endpoint, way, carrier.Practice, trunk.IsLoopback, time);
        takesCalls.Open(_endpoint, way);
    }

    /// <summary>Whose it is.</summary>
    public CarrierOptions Carrier { get; }

    /// <summary>Where calls go.</summary>
    public IPEndPoint Peer { get; }

    /// <summary>How dialers place calls on it.</summary>
    public SipVoiceGateway Gateway { get; }

    /// <summary>Ends every call at once, callers' too, and tells no dialer what became of it; nothing is placed any more.</summary>
    /// <returns>When each BYE and CANCEL was answered, or two seconds later.</returns>
    public Task Abandon()
    {
        Gateway.Silence();
        return _endpoint.StopAsync(TimeSpan.Zero);
    }

    public ValueTask DisposeAsync() => _endpoint.DisposeAsync();
}
