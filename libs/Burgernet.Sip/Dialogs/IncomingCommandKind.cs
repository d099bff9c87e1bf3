namespace Burgernet.Sip.Dialogs;

/// <summary>What is asked of an incoming call.</summary>
internal enum IncomingCommandKind : byte
{
    Ring,
    Answer,
    Reject,
    Key,
    HangUp,
    Play,
    Join,
}
