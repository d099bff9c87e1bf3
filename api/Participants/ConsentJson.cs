namespace Burgernet.Api.Participants;

/// <summary>That somebody agreed.</summary>
/// <param name="At">When.</param>
/// <param name="TextVersion">To which version of the text.</param>
public sealed record ConsentJson(DateTimeOffset At, string TextVersion);
