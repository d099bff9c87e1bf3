using Burgernet.Grains.Signups;

namespace Burgernet.Grains.Mail;

/// <summary>A letter with its tokens: a mail or a text message.</summary>
/// <param name="Tokens">What stands in it, as it is stored.</param>
/// <param name="Mail">The mail, or null.</param>
/// <param name="Message">The text message, or null.</param>
public sealed record ComposedLetter(IReadOnlyList<StoredToken> Tokens, MailLetter? Mail, ShortMessage? Message);
