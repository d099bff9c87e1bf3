namespace Burgernet.Api.Practice;

/// <summary>The practice text messages.</summary>
/// <param name="Practice">Always true: none of it was sent to anybody.</param>
/// <param name="Messages">The last ones, newest first.</param>
public sealed record PracticeSmsListJson(bool Practice, IReadOnlyList<PracticeSmsJson> Messages);
