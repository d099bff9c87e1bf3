namespace Burgernet.Sms;

/// <summary>How a text travels as SMS.</summary>
[GenerateSerializer]
[Alias("burgernet.sms-encoding")]
public enum SmsEncoding
{
    /// <summary>GSM 03.38: seven bits a character, some two; 160 in one SMS, 153 in each of several.</summary>
    Gsm7 = 0,

    /// <summary>UCS-2: 70 in one SMS, 67 in each of several; an emoji counts two.</summary>
    Ucs2 = 1,
}
