using Burgernet.Sip.Messages;

namespace Burgernet.Sip.Diagnostics;

/// <summary>Counts of one signalling thread; plain fields, written by that thread only, read by the meter now and then.</summary>
internal sealed class SignallingMeters
{
    public readonly long[] ParseFaults = new long[(int)ParseFault.TooLarge + 1];
    public readonly long[] Ended = new long[(int)SipCallEnd.ConnectionFailed + 1];
    public long Received;
    public long Sent;
    public long SendErrors;
    public long Oversized;
    public long ReceiveErrors;
    public long Retransmissions;
    public long StaleResponses;
    public long StrayRequests;
    public long Placed;
    public long Answered;
    public long IncomingCalls;
    public long OwnerFaults;

    /// <summary>Requests longer than RFC 3261 §18.1.1 allows for UDP, sent all the same.</summary>
    public long LargeRequests;
}
