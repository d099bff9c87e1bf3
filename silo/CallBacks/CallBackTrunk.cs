using System.Net;
using Burgernet.Grains.CallBacks;
using Burgernet.Grains.Dialing;
using Burgernet.Silo.Hosting;
using Burgernet.Sip;

namespace Burgernet.Silo.CallBacks;

/// <summary>Calls that come in by one trunk: taken from the carrier's own address only, to its call-back number only, while the line is on and the node takes work.</summary>
/// <remarks>Runs on the signalling thread: it decides, and hands the caller on.</remarks>
internal sealed class CallBackTrunk(
    CarrierOptions carrier,
    IPEndPoint peer,
    bool isLoopback,
    CallBackDesk desk,
    CallBackSounds sounds,
    NodeState state
) : ISipIncomingCallHandler
{
    private SipEndpoint? _endpoint;
    private SipTrunk? _trunk;

    /// <summary>From now on calls are taken: they can be put through.</summary>
    public void Open(SipEndpoint endpoint, SipTrunk trunk)
    {
        _trunk = trunk;
        Volatile.Write(ref _endpoint, endpoint);
    }

    public void OnInvite(SipIncomingCall call)
    {
        var endpoint = Volatile.Read(ref _endpoint);
        var status = endpoint is null || !state.Ready ? 480 : StatusOf(call, carrier, peer, desk.Options);
        if (status != 0)
        {
            desk.Instruments.Refused(carrier.Name, status);
            call.Reject(status);
            return;
        }

        var caller = new SipCallerCall(call, endpoint!, _trunk!, carrier, isLoopback, sounds);
        call.Owner = caller;
        _ = Task.Run(() => desk.Take(caller, carrier));
    }

    /// <summary>The status that turns a call down; 0 where it is taken.</summary>
    public static int StatusOf(SipIncomingCall call, CarrierOptions carrier, IPEndPoint peer, CallBackOptions options) =>
        !call.Peer.Address.Equals(peer.Address) ? 403
        : !carrier.TakesCallBacks(options) ? 480
        : !CalledNumber.IsSame(call.CalledNumber, carrier.CallBackNumber!) ? 404
        : 0;
}
