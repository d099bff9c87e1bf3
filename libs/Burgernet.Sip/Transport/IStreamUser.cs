namespace Burgernet.Sip.Transport;

/// <summary>Who hears what comes over connections; called on the signalling thread.</summary>
internal interface IStreamUser
{
    /// <summary>A whole message came.</summary>
    /// <param name="message">Valid during the call only.</param>
    /// <param name="from">Where from, by which connection.</param>
    void OnMessage(ReadOnlySpan<byte> message, in Hop from);

    /// <summary>A head came after which no further message can be found; the connection closes after the answer.</summary>
    /// <param name="head">The head, empty line included.</param>
    /// <param name="from">Where from.</param>
    /// <param name="kind">What is wrong.</param>
    void OnBrokenHead(ReadOnlySpan<byte> head, in Hop from, FrameKind kind);

    /// <summary>A connection is gone: what was sent by it and not answered will not be (RFC 3261 §17.1.4, §18.4).</summary>
    /// <param name="flow">Its name, as <see cref="ISipWire.Send"/> returned it.</param>
    /// <param name="failure">Why.</param>
    void OnLost(FlowId flow, SipConnectionFailure failure);
}
