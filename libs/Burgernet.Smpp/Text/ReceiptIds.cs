using System.Globalization;
using System.Numerics;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Text;

/// <summary>One form for the names that an SMSC gives in responses and in receipts, so that they can be looked up.</summary>
public static class ReceiptIds
{
    /// <summary>The form of a name in a submit_sm_resp.</summary>
    public static MessageId OfResponse(MessageId id, ReceiptIdFormat format) =>
        Canonical(id, format is ReceiptIdFormat.HexThenDecimal or ReceiptIdFormat.Hex, format);

    /// <summary>The form of a name in a receipt.</summary>
    public static MessageId OfReceipt(MessageId id, ReceiptIdFormat format) =>
        Canonical(id, format is ReceiptIdFormat.DecimalThenHex or ReceiptIdFormat.Hex, format);

    /// <summary>The number in decimal; what is no number stays as it is.</summary>
    private static MessageId Canonical(MessageId id, bool isHex, ReceiptIdFormat format)
    {
        if (format == ReceiptIdFormat.Same || id.IsEmpty)
        {
            return id;
        }

        // A zero before it, or a high first digit would read as a negative number.
        var digits = isHex ? "0" + id : id.ToString();
        return
            BigInteger.TryParse(
                digits,
                isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            ) && number.ToString(CultureInfo.InvariantCulture) is { Length: <= MessageId.Longest } text
            ? new MessageId(text)
            : id;
    }
}
