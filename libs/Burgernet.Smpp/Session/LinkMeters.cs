using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Session;

/// <summary>Counts of all connections of a client or a server, one after the other or at once; read when somebody looks.</summary>
internal sealed class LinkMeters
{
    public readonly long[] Faults = new long[(int)PduFault.DestinationFlag + 1];
    public readonly long[] Ended = new long[(int)SmppFailure.Closed + 1];
    public readonly long[] Outcomes = new long[(int)SubmitOutcome.Unknown + 1];
    public long Received;
    public long Sent;
    public long Writes;
    public long Throttled;
    public long Strays;
    public long TimedOut;
    public long EnquiresSent;
    public long EnquiresReceived;
    public long NacksReceived;
    public long MessagesReceived;
    public long HandlerFaults;
    public long Opened;
    public int Living;

    public static void Count(ref long field) => Interlocked.Increment(ref field);
}
