using System.Text;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Text;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Smpp;

public sealed class ReceiptTests
{
    // As vendors write them: appendix B, then each with its own idea of it.
    [Theory]
    [InlineData(
        "id:0123456789 sub:001 dlvrd:001 submit date:2611260203 done date:2611260204 stat:DELIVRD err:000 text:Kind vermist",
        "0123456789",
        MessageState.Delivered,
        "000",
        "Kind vermist"
    )]
    [InlineData(
        "id:a1-b2 sub:1 dlvrd:0 submit date:261126020355 done date:261126020410 stat:UNDELIV err:011 Text:",
        "a1-b2",
        MessageState.Undeliverable,
        "011",
        ""
    )]
    [InlineData("ID:77 STAT:expired ERR:5", "77", MessageState.Expired, "5", "")]
    [InlineData("id: 42 stat: REJECTD err: 8", "42", MessageState.Rejected, "8", "")]
    [InlineData("stat:DELIVERED id:X1 done date:20261126020410", "X1", MessageState.Delivered, "", "")]
    [InlineData("id:1 stat:FAILED", "1", MessageState.Undeliverable, "", "")]
    [InlineData("id:1 stat:BUFFRED", "1", MessageState.Enroute, "", "")]
    [InlineData("id:1 stat:2 err:", "1", MessageState.Delivered, "", "")]
    [InlineData("msgid:9 id:1 stat:NONSENSE", "1", MessageState.None, "", "")]
    [InlineData("", "", MessageState.None, "", "")]
    [InlineData("Hallo", "", MessageState.None, "", "")]
    public void Text_OfAVendor_IsRead(string text, string id, MessageState state, string error, string shown)
    {
        var receipt = DeliveryReceipt.Read(text);
        Assert.Equal((id, state, error, shown), (receipt.MessageId.ToString(), receipt.State, receipt.Error, receipt.Text));
    }

    [Theory]
    [InlineData("2611260203", "2026-11-26T02:03:00")]
    [InlineData("261126020355", "2026-11-26T02:03:55")]
    [InlineData("20261126020355", "2026-11-26T02:03:55")]
    [InlineData("0000000000", null)]
    [InlineData("soon", null)]
    public void Date_OfAVendor_IsReadOrLeftOut(string digits, string? expected) =>
        Assert.Equal(
            expected is null ? null : DateTime.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            DeliveryReceipt.Read($"id:1 done date:{digits} stat:DELIVRD").DoneDate
        );

    [Fact]
    public void Parameters_WhereThereAreSome_GoBeforeTheText()
    {
        var tlvs = new byte[64];
        var at = Tlv.Write(tlvs, TlvTag.ReceiptedMessageId, "from-tlv\0"u8);
        at += Tlv.Write(tlvs.AsSpan(at), TlvTag.MessageState, (uint)MessageState.Expired, 1);
        at += Tlv.Write(tlvs.AsSpan(at), TlvTag.NetworkErrorCode, [3, 0, 27]);
        var message = new MessagePdu { ShortMessage = "id:text stat:DELIVRD"u8, Tlvs = new TlvList(tlvs.AsSpan(0, at)) };

        var receipt = DeliveryReceipt.Read(message)!;

        Assert.Equal(("from-tlv", MessageState.Expired, "027"), (receipt.MessageId.ToString(), receipt.State, receipt.Error));
    }

    [Fact]
    public void Message_ThatIsNone_IsNoReceipt() =>
        Assert.Null(DeliveryReceipt.Read(new MessagePdu { ShortMessage = "id:1 stat:DELIVRD"u8 }));

    [Fact]
    public void Receipt_Written_ReadsBack()
    {
        var receipt = new DeliveryReceipt(
            new MessageId("abc"),
            MessageState.Undeliverable,
            "034",
            new DateTime(2026, 11, 26, 2, 3, 0),
            new DateTime(2026, 11, 26, 2, 4, 0),
            "Kind vermist"
        );
        var octets = new byte[160];
        var length = receipt.Write(octets);
        Assert.Equal(receipt, DeliveryReceipt.Read(Encoding.ASCII.GetString(octets, 0, length)));
    }

    [Fact]
    public void Text_OfAnyKind_NeverFails() => Gen.String.Sample(text => DeliveryReceipt.Read("id:" + text + " stat:" + text) is not null);

    [Theory]
    [InlineData(ReceiptIdFormat.Same, "1A2B", "1A2B", true)]
    [InlineData(ReceiptIdFormat.Same, "10", "16", false)]
    [InlineData(ReceiptIdFormat.HexThenDecimal, "1A2B", "6699", true)]
    [InlineData(ReceiptIdFormat.HexThenDecimal, "FFFFFFFFFFFFFFFF", "18446744073709551615", true)]
    [InlineData(ReceiptIdFormat.HexThenDecimal, "1A2B", "6698", false)]
    [InlineData(ReceiptIdFormat.DecimalThenHex, "6699", "1a2b", true)]
    [InlineData(ReceiptIdFormat.Hex, "00001a2b", "1A2B", true)]
    [InlineData(ReceiptIdFormat.Hex, "not-a-number", "not-a-number", true)]
    public void Names_InResponseAndReceipt_MeetInOneForm(ReceiptIdFormat format, string response, string receipt, bool isSame) =>
        Assert.Equal(
            isSame,
            ReceiptIds.OfResponse(new MessageId(response), format) == ReceiptIds.OfReceipt(new MessageId(receipt), format)
        );
}
