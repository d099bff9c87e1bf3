using Burgernet.Actions;

namespace Burgernet.Sms;

/// <summary>A text to be measured.</summary>
/// <param name="Text">As it would be sent.</param>
/// <param name="Kind">The kind of action whose price of an SMS holds; null for no price.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.sms-text-request")]
public sealed record SmsTextRequest([property: Id(0)] string Text, [property: Id(1)] ActionKind? Kind);
