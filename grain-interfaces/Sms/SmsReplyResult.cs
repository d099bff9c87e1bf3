namespace Burgernet.Sms;

/// <summary>What became of a reply.</summary>
[GenerateSerializer]
[Alias("burgernet.sms-reply-result")]
public enum SmsReplyResult
{
    /// <summary>Whoever carries it on has it.</summary>
    Accepted = 0,

    /// <summary>Nobody would carry it on in time, or nothing here can send it.</summary>
    NotSent = 1,

    /// <summary>It was handed over, and no answer came: it is not sent again.</summary>
    Unknown = 2,
}
