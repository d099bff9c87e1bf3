namespace Burgernet.Sms;

/// <summary>A page of text messages that fit no action.</summary>
/// <param name="Messages">The messages.</param>
/// <param name="Next">Where the next page begins, or null after the last.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.sms-inbox-page")]
public sealed record SmsInboxPage([property: Id(0)] IReadOnlyList<UnassignedSms> Messages, [property: Id(1)] string? Next);
