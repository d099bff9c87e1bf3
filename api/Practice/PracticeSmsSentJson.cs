namespace Burgernet.Api.Practice;

/// <summary>That a text message of a practice phone was taken.</summary>
/// <param name="Practice">Always true.</param>
/// <param name="Repeated">Whether the same was taken a short while ago: it then counts once.</param>
public sealed record PracticeSmsSentJson(bool Practice, bool Repeated);
