using Burgernet.Actions;
using Burgernet.Participants;

namespace Burgernet.Grains.Actions;

/// <summary>A message of an action, as its events tell it.</summary>
/// <param name="Number">Its number; 1 is the call itself.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Spoken">What was recorded, a language each.</param>
/// <param name="At">When it was added.</param>
/// <param name="Dispatcher">Who added it.</param>
/// <param name="Epoch">The action's epoch since then.</param>
/// <param name="Texts">What it says as an SMS, a language each.</param>
/// <param name="Reach">By what it goes.</param>
/// <param name="Mails">What it says as a mail, a language each.</param>
internal sealed record ActionMessage(
    int Number,
    MessageKind Kind,
    IReadOnlyList<MessageData> Spoken,
    DateTimeOffset At,
    string Dispatcher,
    int Epoch,
    IReadOnlyList<TextData> Texts,
    MessageReach Reach,
    IReadOnlyList<MailData> Mails
)
{
    /// <summary>Whether it goes by a medium to anybody.</summary>
    public bool Goes(Medium medium) => (Reach.Any & MessageReach.ChannelOf(medium)) != ContactChannels.None;
}
