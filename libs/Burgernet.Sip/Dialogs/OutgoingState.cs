namespace Burgernet.Sip.Dialogs;

/// <summary>A placed call as its owner sees it.</summary>
internal enum OutgoingState : byte
{
    Free,
    Queued,
    Inviting,
    Answered,
    Ended,
}
