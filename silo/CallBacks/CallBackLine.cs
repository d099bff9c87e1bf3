using System.Net;
using Burgernet.Grains.CallBacks;
using Burgernet.Grains.Dialing;
using Burgernet.Silo.Hosting;

namespace Burgernet.Silo.CallBacks;

/// <summary>The node's call-back line: takes calls at each of its trunks.</summary>
internal sealed class CallBackLine(CallBackDesk desk, CallBackSounds sounds, NodeState state)
{
    /// <summary>Who takes the calls that come in by one trunk; turns all down until it is opened.</summary>
    /// <param name="carrier">Whose trunk.</param>
    /// <param name="peer">Where the carrier is: nobody else may call in.</param>
    /// <param name="isLoopback">Whether it is on this machine.</param>
    public CallBackTrunk At(CarrierOptions carrier, IPEndPoint peer, bool isLoopback) =>
        new(carrier, peer, isLoopback, desk, sounds, state);
}
