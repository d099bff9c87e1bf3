namespace Burgernet.Sip.Dialogs;

/// <summary>A placed call as its owner sees it: RFC 3261 §13.2 while inviting, §12 and §15.1.1 once answered.</summary>
internal enum OutgoingState : byte
{
    Free,
    Queued,
    Inviting,
    Answered,
    Ended,
}
