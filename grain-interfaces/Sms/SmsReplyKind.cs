namespace Burgernet.Sms;

/// <summary>What is replied to a text message.</summary>
[GenerateSerializer]
[Alias("burgernet.sms-reply-kind")]
public enum SmsReplyKind
{
    /// <summary>Thanks: the control room has it.</summary>
    Thanks = 0,

    /// <summary>Call 112; the control room has it, and reads it first.</summary>
    Emergency = 1,

    /// <summary>You have left.</summary>
    Left = 2,

    /// <summary>This number takes no part, or no more.</summary>
    NotRegistered = 3,

    /// <summary>What this is, who sees the number, how to leave.</summary>
    Info = 4,

    /// <summary>To somebody who is not known: the control room has it.</summary>
    Received = 5,
}
