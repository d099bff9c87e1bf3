using Burgernet.Participants;

namespace Burgernet.Grains.Actions;

/// <summary>What a message says as a mail, in an event. Around it stands the letter of its kind.</summary>
/// <param name="Language">In which language.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text, paragraphs parted by empty lines.</param>
public sealed record MailData(Language Language, string Subject, string Text);
