namespace Burgernet.Sip.Dialogs;

/// <summary>A call that came in, RFC 3261 §13.3: its 2xx waits for the ACK in Answered (§13.3.1.4), our BYE for its response in Ending (§15.1.1).</summary>
internal enum IncomingState : byte
{
    Offered,
    Answered,
    Acknowledged,
    Ending,
    Ended,
}
