namespace Burgernet.Api.Practice;

/// <summary>A text message that a practice node kept instead of sending it.</summary>
/// <param name="At">When.</param>
/// <param name="To">To which number.</param>
/// <param name="Text">What it says.</param>
public sealed record PracticeSmsJson(DateTimeOffset At, string To, string Text);
