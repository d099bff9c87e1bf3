namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>article</c>.</summary>
/// <param name="Message">The number of the message, from 2.</param>
/// <param name="Epoch">The epoch that it begins.</param>
/// <param name="Mails">What it says, a language each.</param>
/// <param name="Reason">Why, in the dispatcher's words, or null.</param>
public sealed record ArticleData(int Message, int Epoch, IReadOnlyList<MailData> Mails, string? Reason);
