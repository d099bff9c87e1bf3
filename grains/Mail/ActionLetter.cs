using Burgernet.Participants;

namespace Burgernet.Grains.Mail;

/// <summary>What a dispatcher wrote in a mail about an action.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">What it says: plain text, paragraphs parted by empty lines.</param>
/// <param name="Language">In which language that is; null where it is not known.</param>
/// <param name="Practice">Whether the action is practice, which the mail then says.</param>
internal sealed record ActionLetter(string Subject, string Text, Language? Language, bool Practice);
