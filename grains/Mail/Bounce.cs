namespace Burgernet.Grains.Mail;

/// <summary>What a mail system on the way says of a letter (RFC 3464).</summary>
/// <param name="Token">The letter's token, in lower case.</param>
/// <param name="Letter">What the token says.</param>
/// <param name="Action">What it did.</param>
/// <param name="Status">The enhanced status code (RFC 3463), <c>5.1.1</c> for instance.</param>
/// <param name="At">When it came.</param>
public sealed record Bounce(string Token, BouncedLetter Letter, BounceAction Action, string Status, DateTimeOffset At);
