namespace Burgernet.Grains.Mail;

/// <summary>Where somebody can unsubscribe.</summary>
/// <param name="Articles">From articles.</param>
/// <param name="All">From all mail about actions.</param>
internal sealed record UnsubscribeLinks(string Articles, string All);
