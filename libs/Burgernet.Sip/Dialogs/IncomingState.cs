namespace Burgernet.Sip.Dialogs;

/// <summary>A call that came in.</summary>
internal enum IncomingState : byte
{
    Offered,
    Answered,
    Acknowledged,
    Ending,
    Ended,
}
