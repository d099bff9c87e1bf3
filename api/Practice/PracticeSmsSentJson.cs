namespace Burgernet.Api.Practice;

/// <summary>That an SMS of a practice phone was taken.</summary>
/// <param name="Practice">Always true.</param>
public sealed record PracticeSmsSentJson(bool Practice);
