using Burgernet.Sip.Threading;

namespace Burgernet.Sip.Dialogs;

/// <summary>What happens while an answered call lasts: keys, the end of the message, and the time after it.</summary>
internal sealed partial class OutgoingCalls
{
    /// <summary>Ends the call that one of ours was bridged with.</summary>
    public Action<IncomingCall> EndPartner { get; set; } = static _ => { };

    /// <summary>A key, or the end of the message (key 0).</summary>
    public void OnMedia(OutgoingCall call, char key)
    {
        if (call.State != OutgoingState.Answered)
        {
            return;
        }

        if (key != '\0')
        {
            _owners.Tell(call, SipCallNewsKind.Key, 0, key: key);
            return;
        }

        _owners.Tell(call, SipCallNewsKind.MessagePlayed, 0);
        Linger(call);
    }

    private void Linger(OutgoingCall call)
    {
        if (call.Request.StaysOpen)
        {
            return;
        }

        if (call.Request.LingerAfterMessage <= TimeSpan.Zero)
        {
            HangUp(call, SipCallEnd.HungUpByUs, 0);
        }
        else
        {
            _context.Start(TimerName.Linger, call.Request.LingerAfterMessage.Ticks, call.Slot, call.Generation);
        }
    }

    private void Part(OutgoingCall call)
    {
        if (call.Partner is { } received)
        {
            call.Partner = null;
            EndPartner(received);
        }
    }
}
