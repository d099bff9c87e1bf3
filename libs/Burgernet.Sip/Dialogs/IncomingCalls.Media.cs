using Burgernet.Sip.Media;

namespace Burgernet.Sip.Dialogs;

/// <summary>What a call that came in hears and says, and what its owner is told of it.</summary>
internal sealed partial class IncomingCalls
{
    /// <summary>Ends the call that one of ours was bridged with.</summary>
    public Action<OutgoingCall> EndPartner { get; set; } = static _ => { };

    /// <summary>A key, or the end of what was played (key 0).</summary>
    public void OnMedia(int slot, uint generation, char key)
    {
        if (Find(slot, generation) is not { State: IncomingState.Answered or IncomingState.Acknowledged } call)
        {
            return;
        }

        if (key == '\0')
        {
            Tell(call, SipIncomingCallNews.MessagePlayed);
            return;
        }

        try
        {
            call.Owner?.OnKey(call, key);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            _context.Meters.OwnerFaults++;
        }
    }

    /// <summary>Bridges it with a call that we placed, where both are up: what one hears the other says, and the end of one ends the other.</summary>
    public static void Join(IncomingCall call, OutgoingCall? placed)
    {
        if (
            call is not { State: IncomingState.Acknowledged, Media: { } own, Partner: null }
            || placed is not { State: OutgoingState.Answered, Media: { } other, Partner: null }
        )
        {
            return;
        }

        (call.Partner, placed.Partner) = (placed, call);
        var (toPlaced, fromPlaced) = (new RelayBuffer(), new RelayBuffer());
        own.Join(fromPlaced, toPlaced);
        other.Join(toPlaced, fromPlaced);
    }

    /// <summary>The placed leg of a bridge ended.</summary>
    public void OnPartnerEnded(IncomingCall call)
    {
        call.Partner = null;
        HangUp(call);
    }

    private static void Play(IncomingCall call, AudioMessage audio, bool again)
    {
        if (call.State == IncomingState.Answered)
        {
            (call.Audio, call.PlaysAgain) = (audio, again);
        }
        else if (call is { State: IncomingState.Acknowledged, Partner: null })
        {
            call.Media?.Play(audio, again);
        }
    }

    private void Part(IncomingCall call)
    {
        if (call.Partner is { } placed)
        {
            call.Partner = null;
            placed.Partner = null;
            EndPartner(placed);
        }
    }

    private void Tell(IncomingCall call, SipIncomingCallNews news)
    {
        try
        {
            call.Owner?.OnNews(call, news);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            _context.Meters.OwnerFaults++;
        }
    }
}
