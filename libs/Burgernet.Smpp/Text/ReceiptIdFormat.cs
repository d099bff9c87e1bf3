namespace Burgernet.Smpp.Text;

/// <summary>How an SMSC writes the name of a message in its response and in its receipt.</summary>
public enum ReceiptIdFormat
{
    /// <summary>The same octets in both, as SMPP 3.4 means it.</summary>
    Same,

    /// <summary>Hexadecimal in the response, decimal in the receipt.</summary>
    HexThenDecimal,

    /// <summary>Decimal in the response, hexadecimal in the receipt.</summary>
    DecimalThenHex,

    /// <summary>Hexadecimal in both, with letters of either case and zeros before it.</summary>
    Hex,
}
