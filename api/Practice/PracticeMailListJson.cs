namespace Burgernet.Api.Practice;

/// <summary>The practice mailbox.</summary>
/// <param name="Practice">Always true: none of it was sent to anybody.</param>
/// <param name="Mails">The last mails, newest first.</param>
public sealed record PracticeMailListJson(bool Practice, IReadOnlyList<PracticeMailJson> Mails);
