namespace Burgernet.Sip.Transport;

/// <summary>Where the signalling's messages go out.</summary>
internal interface ISipWire
{
    /// <summary>Sends one message, or queues it on a connection; never blocks, never throws.</summary>
    /// <param name="message">The whole message; copied where it must wait.</param>
    /// <param name="to">Where to.</param>
    /// <returns>The same hop, bound to the connection that took the message. What becomes of that connection is told later, by its name.</returns>
    Hop Send(ReadOnlySpan<byte> message, in Hop to);
}
