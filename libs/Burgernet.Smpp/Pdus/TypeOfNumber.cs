namespace Burgernet.Smpp.Pdus;

/// <summary>Type of number, SMPP 3.4 §5.2.5.</summary>
public enum TypeOfNumber : byte
{
    /// <summary>Unknown.</summary>
    Unknown,

    /// <summary>International: digits that begin with a country code.</summary>
    International,

    /// <summary>National.</summary>
    National,

    /// <summary>Network specific.</summary>
    NetworkSpecific,

    /// <summary>Subscriber number.</summary>
    SubscriberNumber,

    /// <summary>Alphanumeric: a name, at most eleven characters on a handset.</summary>
    Alphanumeric,

    /// <summary>Abbreviated: a short code.</summary>
    Abbreviated,
}
