namespace Burgernet.Sms;

/// <summary>What was replied to a message, for the dossier that has the message.</summary>
/// <param name="Message">Names the message.</param>
/// <param name="TipId">The tip that it became; null where it is none.</param>
/// <param name="Kind">What was replied.</param>
/// <param name="Result">What became of the reply.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.sms-reply")]
public sealed record SmsReply(
    [property: Id(0)] Guid Message,
    [property: Id(1)] Guid? TipId,
    [property: Id(2)] SmsReplyKind Kind,
    [property: Id(3)] SmsReplyResult Result
);
