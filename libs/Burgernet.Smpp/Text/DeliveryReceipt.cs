using System.Globalization;
using System.Text;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Text;

/// <summary>What an SMSC says became of a message: in text (SMPP 3.4 appendix B, of which every vendor has a version), in optional parameters, or both.</summary>
/// <param name="MessageId">Which message, as the receipt names it. Some SMSCs write it in decimal here and in hexadecimal in the response: see <see cref="ReceiptIds"/>.</param>
/// <param name="State">Its state; <see cref="MessageState.None"/> where the receipt gives none that is known.</param>
/// <param name="Error">The network's error as it stands there, often "000"; empty where there is none.</param>
/// <param name="SubmitDate">When it was submitted, as the SMSC's clock has it (no time zone is told); null where that cannot be read.</param>
/// <param name="DoneDate">When it reached its state.</param>
/// <param name="Text">The first characters of the message.</param>
public sealed record DeliveryReceipt(
    MessageId MessageId,
    MessageState State,
    string Error,
    DateTime? SubmitDate,
    DateTime? DoneDate,
    string Text
)
{
    private static readonly string[] DateFormats = ["yyMMddHHmm", "yyMMddHHmmss", "yyyyMMddHHmm", "yyyyMMddHHmmss"];

    /// <summary>Reads one.</summary>
    /// <param name="message">A deliver_sm.</param>
    /// <returns>Null where it is no receipt: esm_class does not say so and there is no receipted_message_id.</returns>
    public static DeliveryReceipt? Read(in MessagePdu message)
    {
        var hasName = message.Tlvs.TryFind(TlvTag.ReceiptedMessageId, out var name);
        if (!hasName && (message.EsmClass & (EsmClass.DeliveryReceipt | EsmClass.IntermediateNotification)) == EsmClass.None)
        {
            return null;
        }

        var receipt = Read(MessageText.Decode(message, out _));
        name = name.TrimEnd((byte)0);
        if (hasName && !name.IsEmpty && name.Length <= Pdus.MessageId.Longest)
        {
            receipt = receipt with { MessageId = new MessageId(name) };
        }

        if (message.Tlvs.TryFindNumber(TlvTag.MessageState, out var state) && state is >= 1 and <= 8)
        {
            receipt = receipt with { State = (MessageState)state };
        }

        // §5.3.2.31: the network's kind, then its error in two octets.
        if (receipt.Error.Length == 0 && message.Tlvs.TryFind(TlvTag.NetworkErrorCode, out var error) && error.Length == 3)
        {
            receipt = receipt with { Error = ((error[1] << 8) | error[2]).ToString("000", CultureInfo.InvariantCulture) };
        }

        return receipt;
    }

    /// <summary>Reads the text of one: words of any case, in any order, some or all of them missing.</summary>
    public static DeliveryReceipt Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var id = Value(text, "id:");
        return new DeliveryReceipt(
            id.Length <= Pdus.MessageId.Longest ? new MessageId(id) : default,
            StateOf(Value(text, "stat:")),
            Value(text, "err:"),
            Date(Value(text, "submit date:")),
            Date(Value(text, "done date:")),
            TextOf(text)
        );
    }

    /// <summary>The text of appendix B.</summary>
    /// <param name="destination">Room; 160 octets do.</param>
    /// <returns>Octets written; 0 where there is no room.</returns>
    public int Write(Span<byte> destination)
    {
        var delivered = State == MessageState.Delivered ? "001" : "000";
        var submit = (SubmitDate ?? default).ToString(DateFormats[0], CultureInfo.InvariantCulture);
        var done = (DoneDate ?? default).ToString(DateFormats[0], CultureInfo.InvariantCulture);
        var first = Text.Length > 20 ? Text[..20] : Text;
        var text =
            $"id:{MessageId} sub:001 dlvrd:{delivered} submit date:{submit} done date:{done} stat:{Word(State)} err:{(Error.Length == 0 ? "000" : Error)} text:{first}";
        return Encoding.Latin1.GetByteCount(text) <= destination.Length ? Encoding.Latin1.GetBytes(text, destination) : 0;
    }

    private static string Word(MessageState state) =>
        state switch
        {
            MessageState.Enroute => "ENROUTE",
            MessageState.Delivered => "DELIVRD",
            MessageState.Expired => "EXPIRED",
            MessageState.Deleted => "DELETED",
            MessageState.Undeliverable => "UNDELIV",
            MessageState.Accepted => "ACCEPTD",
            MessageState.Rejected => "REJECTD",
            _ => "UNKNOWN",
        };

    /// <summary>Vendors cut or spell the word in full: its first letters decide.</summary>
    private static MessageState StateOf(string word) =>
        word.ToUpperInvariant() switch
        {
            "1" => MessageState.Enroute,
            "2" => MessageState.Delivered,
            "3" => MessageState.Expired,
            "4" => MessageState.Deleted,
            "5" => MessageState.Undeliverable,
            "6" => MessageState.Accepted,
            "7" => MessageState.Unknown,
            "8" => MessageState.Rejected,
            var known when Begins(known, "DELIV") => MessageState.Delivered,
            var known when Begins(known, "ENROU") || Begins(known, "BUFF") => MessageState.Enroute,
            var known when Begins(known, "EXPIR") => MessageState.Expired,
            var known when Begins(known, "DELET") => MessageState.Deleted,
            var known when Begins(known, "UNDEL") || Begins(known, "FAIL") => MessageState.Undeliverable,
            var known when Begins(known, "ACCEP") || Begins(known, "ACKED") => MessageState.Accepted,
            var known when Begins(known, "UNKNO") => MessageState.Unknown,
            var known when Begins(known, "REJEC") => MessageState.Rejected,
            _ => MessageState.None,
        };

    private static bool Begins(string word, string letters) => word.StartsWith(letters, StringComparison.Ordinal);

    /// <summary>What stands behind a key, up to the next blank. "id:" is not to be found in "…id:" of another word.</summary>
    private static string Value(string text, string key)
    {
        for (var at = 0; (at = text.IndexOf(key, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += key.Length)
        {
            if (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]))
            {
                var rest = text.AsSpan(at + key.Length).TrimStart(' ');
                var end = rest.IndexOfAny(' ', '\r', '\n');
                return (end < 0 ? rest : rest[..end]).TrimEnd('\0').ToString();
            }
        }

        return "";
    }

    private static string TextOf(string text)
    {
        var at = text.IndexOf("text:", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? "" : text[(at + "text:".Length)..];
    }

    private static DateTime? Date(string digits) =>
        DateTime.TryParseExact(digits, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
