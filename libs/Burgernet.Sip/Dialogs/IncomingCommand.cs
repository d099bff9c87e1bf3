using System.Runtime.InteropServices;
using Burgernet.Sip.Media;

namespace Burgernet.Sip.Dialogs;

/// <summary>One request of a call's owner on its way to the signalling thread.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IncomingCommand(IncomingCall Call, IncomingCommandKind Kind)
{
    public AudioMessage? Audio { get; init; }

    /// <summary>Whether it is played again and again.</summary>
    public bool Again { get; init; }

    /// <summary>The call to be joined with.</summary>
    public SipCallId Placed { get; init; }

    public int Status { get; init; }

    public int RetryAfter { get; init; }

    public char Key { get; init; }
}
