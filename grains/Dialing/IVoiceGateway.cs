using Burgernet.Actions;
using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>Places spoken calls. The node implements it over SIP and RTP.</summary>
/// <remarks>No member blocks. For each placed call exactly one <see cref="VoiceCallNewsKind.Ended"/> is written, whatever happens.</remarks>
public interface IVoiceGateway
{
    /// <summary>Makes a message ready to be played; a repeat does nothing.</summary>
    /// <param name="actionId">The action it belongs to.</param>
    /// <param name="message">Which of its messages, from 1.</param>
    /// <param name="spoken">The message in one language.</param>
    void Load(Guid actionId, int message, SpokenMessage spoken);

    /// <summary>Forgets all messages of an action.</summary>
    void Unload(Guid actionId);

    /// <summary>At most so many calls leave in any such time from now on, and evenly: counted where they leave, whatever held them up on the way there.</summary>
    /// <param name="calls">From 1.</param>
    /// <param name="within">A second, and something.</param>
    void Limit(int calls, TimeSpan within);

    /// <summary>Places a call. Right before the INVITE <see cref="ClaimedAttempt.MayStart"/> is asked; on no, it ends as <see cref="CallEnd.Withheld"/>.</summary>
    void Place(VoiceCall call);

    /// <summary>Ends a call if it is not answered yet: unsent it is withheld, ringing it is cancelled.</summary>
    void CancelUnanswered(VoiceCall call);

    /// <summary>Ends a call whatever its state.</summary>
    void HangUp(VoiceCall call);
}
