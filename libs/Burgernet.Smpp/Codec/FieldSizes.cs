namespace Burgernet.Smpp.Codec;

/// <summary>Most octets of a field, the ending zero included where it has one: the tables of SMPP 3.4 §4.</summary>
internal static class FieldSizes
{
    public const int SystemId = 16;
    public const int Password = 9;
    public const int SystemType = 13;
    public const int AddressRange = 41;
    public const int ServiceType = 6;
    public const int Address = 21;

    /// <summary>data_sm and alert_notification.</summary>
    public const int LongAddress = 65;
    public const int MessageId = 65;
    public const int Time = 17;

    /// <summary>dl_name, submit_multi.</summary>
    public const int ListName = 21;

    /// <summary>short_message, without its length.</summary>
    public const int ShortMessage = 254;
}
