namespace Burgernet.Sip.Transport;

/// <summary>Where the signalling's messages go out: requests by RFC 3261 §18.1.1, responses by §18.2.2.</summary>
internal interface ISipWire
{
    /// <summary>Sends one message, or queues it on a connection; never blocks, never throws.</summary>
    /// <param name="message">The whole message; copied where it must wait.</param>
    /// <param name="to">Where to.</param>
    /// <returns>The same hop, bound to the connection that took the message. What becomes of that connection is told later, by its name.</returns>
    Hop Send(ReadOnlySpan<byte> message, in Hop to);

    /// <summary>A request sent by a connection was given up: where nothing else came by it either, it is to be closed.</summary>
    /// <param name="flow">The connection; none over UDP.</param>
    /// <param name="wait">How long the request waited.</param>
    void Doubt(FlowId flow, TimeSpan wait) { }
}
