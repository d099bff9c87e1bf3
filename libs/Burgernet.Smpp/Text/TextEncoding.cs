namespace Burgernet.Smpp.Text;

/// <summary>How a text travels.</summary>
public enum TextEncoding
{
    /// <summary>Seven bits a character, some two: 160 in one SMS.</summary>
    Gsm7,

    /// <summary>ISO 8859-1, data_coding 3: 140 in one SMS. Not every SMSC takes it.</summary>
    Latin1,

    /// <summary>UTF-16: 70 in one SMS, an emoji counts two.</summary>
    Ucs2,
}
