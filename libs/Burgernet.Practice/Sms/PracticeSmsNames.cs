using System.Globalization;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Text;

namespace Burgernet.Practice;

/// <summary>The names that the SMSC gives to messages, in the forms in which vendors write them. A name is never given twice, not by another run either.</summary>
/// <param name="format">In which form.</param>
/// <param name="time">Clock: a run's names begin where its milliseconds are.</param>
internal sealed class PracticeSmsNames(ReceiptIdFormat format, TimeProvider time)
{
    private const long PerMillisecond = 1_000_000;

    private readonly long _first = time.GetUtcNow().ToUnixTimeMilliseconds() * PerMillisecond;

    /// <summary>The number of a submit.</summary>
    /// <param name="sequence">Its number within the run.</param>
    public long Id(long sequence) => _first + sequence;

    /// <summary>As it stands in the response.</summary>
    public MessageId InResponse(long id) => new(Text(id, format is ReceiptIdFormat.HexThenDecimal or ReceiptIdFormat.Hex));

    /// <summary>As it stands in a receipt.</summary>
    public MessageId InReceipt(long id) => new(Text(id, format is ReceiptIdFormat.DecimalThenHex or ReceiptIdFormat.Hex));

    /// <summary>The number of a name as it stood in the response; 0 where it is none.</summary>
    public long Read(MessageId name) =>
        long.TryParse(
            name.ToString(),
            format is ReceiptIdFormat.HexThenDecimal or ReceiptIdFormat.Hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var id
        )
            ? id
            : 0;

    private static string Text(long id, bool isHex) => id.ToString(isHex ? "X" : "D", CultureInfo.InvariantCulture);
}
