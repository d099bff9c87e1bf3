using Burgernet.Mail;
using Burgernet.Participants;

namespace Burgernet.Grains.Mail;

/// <summary>A mail, ready to be sent.</summary>
/// <param name="Id">Which letter: the same at every attempt, so that a mail that comes twice can be known as one.</param>
/// <param name="To">The address.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">As plain text.</param>
/// <param name="Html">As HTML.</param>
/// <param name="LeaveUrl">Where a mail program can leave, or unsubscribe, with one click (RFC 8058).</param>
/// <param name="Date">When it was made.</param>
public sealed record MailLetter(
    Guid Id,
    PersonalText To,
    string Subject,
    PersonalText Text,
    PersonalText Html,
    PersonalText LeaveUrl,
    DateTimeOffset Date
)
{
    /// <summary>In which language it is.</summary>
    public Language Language { get; init; }

    /// <summary>From which list the click unsubscribes; null where it leaves Burgernet.</summary>
    public MailList? List { get; init; }

    /// <summary>What stands in the envelope's sender, so that a bounce says which letter it is about (<see cref="BounceTokens"/>); empty for nothing.</summary>
    public string BounceToken { get; init; } = "";

    /// <summary>The name beside the sender's address; empty for the node's own.</summary>
    public string FromName { get; init; } = "";
}
