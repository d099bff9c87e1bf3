namespace Burgernet.Sms;

/// <summary>A character that GSM 03.38 does not have.</summary>
/// <param name="Character">It; one Unicode scalar.</param>
/// <param name="Instead">What comes nearest in GSM 03.38; empty where it can be left out, null where nothing does.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.sms-forcing")]
public sealed record SmsForcing([property: Id(0)] string Character, [property: Id(1)] string? Instead);
