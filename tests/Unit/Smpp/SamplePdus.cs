using Burgernet.Smpp.Codec;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Text;

namespace Burgernet.Tests.Unit.Smpp;

/// <summary>One PDU of each kind, with all fields filled.</summary>
internal static class SamplePdus
{
    private static readonly CommandId[] HeadersOnly =
    [
        CommandId.Unbind,
        CommandId.UnbindResp,
        CommandId.EnquireLink,
        CommandId.EnquireLinkResp,
        CommandId.GenericNack,
        CommandId.CancelSmResp,
        CommandId.ReplaceSmResp,
    ];

    /// <summary>Every command of SMPP 3.4, in the order of their ids.</summary>
    public static IReadOnlyList<byte[]> All { get; } = [.. Enum.GetValues<CommandId>().Where(id => id != CommandId.None).Select(Of)];

    /// <summary>All of them, and messages of many kinds: receipts, segments, UCS-2, payloads.</summary>
    public static IReadOnlyList<byte[]> ForFuzz { get; } =
    [
        .. All,
        .. Enumerable.Repeat(Receipt(), 6),
        .. Enum.GetValues<SegmentMethod>()
            .SelectMany(method => MessageSegments.Cut(new string('é', 165) + "€", 5, new SegmentOptions { Method = method }))
            .Concat(MessageSegments.Cut(string.Concat(Enumerable.Repeat("🚨", 40)), 6))
            .Select(Deliver),
    ];

    /// <summary>The one of a command.</summary>
    public static byte[] Of(CommandId id)
    {
        var room = new byte[1_024];
        var tlvs = new byte[64];
        var count = Tlv.Write(tlvs, TlvTag.UserMessageReference, 0x1234, 2);
        count += Tlv.Write(tlvs.AsSpan(count), (TlvTag)0x1401, "vendor"u8);
        return room[..Write(id, room, new TlvList(tlvs.AsSpan(0, count)))];
    }

    private static byte[] Receipt()
    {
        var text = "id:42 sub:001 dlvrd:001 submit date:2611260203 done date:2611260204 stat:DELIVRD err:000 text:Kind"u8;
        var tlvs = new byte[32];
        var size = Tlv.Write(tlvs, TlvTag.ReceiptedMessageId, "42\0"u8);
        size += Tlv.Write(tlvs.AsSpan(size), TlvTag.MessageState, 2, 1);
        return Deliver(new MessageSegment(EsmClass.DeliveryReceipt, DataCoding.SmscDefault, text.ToArray(), tlvs.AsMemory(0, size)));
    }

    private static byte[] Deliver(MessageSegment segment)
    {
        var room = new byte[1_024];
        var message = new MessagePdu
        {
            Source = new AddressField(TypeOfNumber.International, NumberingPlan.Isdn, "31991005678"u8),
            EsmClass = segment.EsmClass,
            DataCoding = segment.DataCoding,
            ShortMessage = segment.ShortMessage.Span,
            Tlvs = new TlvList(segment.Tlvs.Span),
        };
        message.TryWrite(room, CommandId.DeliverSm, 1, out var written);
        return room[..written];
    }

    private static int Write(CommandId id, byte[] room, TlvList tlvs)
    {
        const uint Sequence = 7;
        var source = new AddressField(TypeOfNumber.Alphanumeric, NumberingPlan.Unknown, "Burgernet"u8);
        var destination = new AddressField(TypeOfNumber.International, NumberingPlan.Isdn, "31991005678"u8);
        var many = new byte[128];
        var written = 0;
        switch (id)
        {
            case CommandId.BindReceiver or CommandId.BindTransmitter or CommandId.BindTransceiver:
                var bind = new BindPdu
                {
                    SystemId = "burgernet"u8,
                    Password = "secret"u8,
                    SystemType = "VMS"u8,
                    InterfaceVersion = 0x34,
                    AddressType = TypeOfNumber.International,
                    AddressPlan = NumberingPlan.Isdn,
                    AddressRange = "^31"u8,
                };
                bind.TryWrite(room, id, Sequence, out written);
                break;
            case CommandId.BindReceiverResp or CommandId.BindTransmitterResp or CommandId.BindTransceiverResp:
                new BindResponsePdu { SystemId = "smsc"u8, Tlvs = tlvs }.TryWrite(room, id, CommandStatus.Ok, Sequence, out written);
                break;
            case CommandId.Outbind:
                new OutbindPdu { SystemId = "smsc"u8, Password = "secret"u8 }.TryWrite(room, Sequence, out written);
                break;
            case CommandId.SubmitSm or CommandId.DeliverSm:
                var message = new MessagePdu
                {
                    ServiceType = "CMT"u8,
                    Source = source,
                    Destination = destination,
                    EsmClass = EsmClass.StoreAndForward,
                    ProtocolId = 1,
                    Priority = 2,
                    ScheduleDeliveryTime = "000000010000000R"u8,
                    ValidityPeriod = "000000020000000R"u8,
                    RegisteredDelivery = RegisteredDelivery.Receipt,
                    ReplaceIfPresent = 1,
                    DataCoding = DataCoding.Ascii,
                    DefaultMessageId = 3,
                    ShortMessage = "Kind vermist"u8,
                    Tlvs = tlvs,
                };
                message.TryWrite(room, id, Sequence, out written);
                break;
            case CommandId.SubmitSmResp or CommandId.DeliverSmResp or CommandId.DataSmResp:
                new MessageResponsePdu { MessageId = "id-1"u8, Tlvs = tlvs }.TryWrite(room, id, CommandStatus.Ok, Sequence, out written);
                break;
            case CommandId.SubmitMulti:
                var length = DestinationList.Write(many, destination);
                many[length++] = 2;
                "friends\0"u8.CopyTo(many.AsSpan(length));
                var multi = new SubmitMultiPdu
                {
                    Source = source,
                    Destinations = new DestinationList(many.AsSpan(0, length + 8), 2),
                    ShortMessage = "Kind vermist"u8,
                    Tlvs = tlvs,
                };
                multi.TryWrite(room, Sequence, out written);
                break;
            case CommandId.SubmitMultiResp:
                var failed = UnsuccessfulList.Write(many, destination, CommandStatus.InvalidDestination);
                var response = new SubmitMultiResponsePdu
                {
                    MessageId = "id-1"u8,
                    Unsuccessful = new UnsuccessfulList(many.AsSpan(0, failed), 1),
                };
                response.TryWrite(room, CommandStatus.Ok, Sequence, out written);
                break;
            case CommandId.DataSm:
                var data = new DataPdu
                {
                    ServiceType = "CMT"u8,
                    Source = source,
                    Destination = destination,
                    EsmClass = EsmClass.Datagram,
                    RegisteredDelivery = RegisteredDelivery.Receipt,
                    DataCoding = DataCoding.Ucs2,
                    Tlvs = tlvs,
                };
                data.TryWrite(room, Sequence, out written);
                break;
            case CommandId.QuerySm:
                new QueryPdu { MessageId = "id-1"u8, Source = source }.TryWrite(room, Sequence, out written);
                break;
            case CommandId.QuerySmResp:
                var state = new QueryResponsePdu
                {
                    MessageId = "id-1"u8,
                    FinalDate = "261126020355000+"u8,
                    State = MessageState.Delivered,
                    ErrorCode = 9,
                };
                state.TryWrite(room, CommandStatus.Ok, Sequence, out written);
                break;
            case CommandId.CancelSm:
                var cancel = new CancelPdu
                {
                    ServiceType = "CMT"u8,
                    MessageId = "id-1"u8,
                    Source = source,
                    Destination = destination,
                };
                cancel.TryWrite(room, Sequence, out written);
                break;
            case CommandId.ReplaceSm:
                var replace = new ReplacePdu
                {
                    MessageId = "id-1"u8,
                    Source = source,
                    ValidityPeriod = "000000020000000R"u8,
                    RegisteredDelivery = RegisteredDelivery.Receipt,
                    ShortMessage = "Kind gevonden"u8,
                };
                replace.TryWrite(room, Sequence, out written);
                break;
            case CommandId.AlertNotification:
                new AlertPdu
                {
                    Source = destination,
                    Esme = source,
                    Tlvs = tlvs,
                }.TryWrite(room, Sequence, out written);
                break;
            case var one when HeadersOnly.Contains(one):
                written = PduWriter.WriteHeader(room, id, CommandStatus.Ok, Sequence);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(id), id, "No sample of it.");
        }

        return written > 0 ? written : throw new InvalidOperationException($"{id} was not written.");
    }
}
