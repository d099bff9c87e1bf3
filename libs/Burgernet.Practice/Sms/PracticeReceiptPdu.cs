using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Burgernet.Smpp.Text;

namespace Burgernet.Practice;

/// <summary>Writes the receipt of a message that reached its end.</summary>
internal static class PracticeReceiptPdu
{
    private const int LongestText = 160;
    private const int LongestTlvs = 96;

    /// <summary>The deliver_sm of SMPP 3.4 appendix B.</summary>
    /// <param name="submission">The message.</param>
    /// <param name="name">Its name.</param>
    /// <param name="state">Its end.</param>
    /// <param name="hasTlvs">Whether it says so in optional parameters too.</param>
    public static SubmitRequest Of(PracticeSubmission submission, MessageId name, PracticeSmsState state, bool hasTlvs)
    {
        var text = new byte[LongestText];
        var record = submission.Record;
        var error =
            state == PracticeSmsState.Delivered ? "000"
            : state == PracticeSmsState.Undelivered ? "001"
            : "027";
        var written = new DeliveryReceipt(
            name,
            StateOf(state),
            error,
            record.Submitted.Utc.UtcDateTime,
            (record.Ended ?? record.Submitted).Utc.UtcDateTime,
            ""
        ).Write(text);
        return new SubmitRequest
        {
            Source = submission.Destination,
            Destination = submission.Source,
            EsmClass = EsmClass.DeliveryReceipt,
            ShortMessage = text.AsMemory(0, written),
            Tlvs = hasTlvs ? Tlvs(name, StateOf(state)) : default,
        };
    }

    /// <summary>What SMPP calls it.</summary>
    public static MessageState StateOf(PracticeSmsState state) =>
        state switch
        {
            PracticeSmsState.Delivered => MessageState.Delivered,
            PracticeSmsState.Undelivered => MessageState.Undeliverable,
            PracticeSmsState.Expired => MessageState.Expired,
            PracticeSmsState.Deleted => MessageState.Deleted,
            PracticeSmsState.Lost => MessageState.Unknown,
            _ => MessageState.Enroute,
        };

    private static byte[] Tlvs(MessageId name, MessageState state)
    {
        Span<byte> room = stackalloc byte[LongestTlvs];
        Span<byte> octets = stackalloc byte[MessageId.Longest + 1];
        octets.Clear();
        name.CopyTo(octets);
        var size = Tlv.Write(room, TlvTag.ReceiptedMessageId, octets[..(name.Length + 1)]);
        size += Tlv.Write(room[size..], TlvTag.MessageState, (uint)state, 1);
        return room[..size].ToArray();
    }
}
