namespace Burgernet.Smpp.Pdus;

/// <summary>How the octets of a message are to be read, SMPP 3.4 §5.2.19. Other values are kept as they are.</summary>
public enum DataCoding : byte
{
    /// <summary>What the SMSC holds for default: nearly always GSM 03.38, one septet an octet.</summary>
    SmscDefault = 0,

    /// <summary>IA5 (ASCII).</summary>
    Ascii = 1,

    /// <summary>Octets.</summary>
    Binary = 2,

    /// <summary>Latin-1, ISO 8859-1.</summary>
    Latin1 = 3,

    /// <summary>Octets, by its other name.</summary>
    Octets = 4,

    /// <summary>Cyrillic, ISO 8859-5.</summary>
    Cyrillic = 6,

    /// <summary>Hebrew, ISO 8859-8.</summary>
    Hebrew = 7,

    /// <summary>UCS-2, in fact UTF-16, big endian.</summary>
    Ucs2 = 8,
}
