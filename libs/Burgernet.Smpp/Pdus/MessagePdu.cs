using Burgernet.Smpp.Codec;

namespace Burgernet.Smpp.Pdus;

/// <summary>submit_sm and deliver_sm, SMPP 3.4 §4.4.1 and §4.6.1. Its spans live in the octets that it was read from.</summary>
public readonly ref struct MessagePdu
{
    /// <summary>Service; mostly empty.</summary>
    public ReadOnlySpan<byte> ServiceType { get; init; }

    /// <summary>Who sends.</summary>
    public AddressField Source { get; init; }

    /// <summary>Who receives.</summary>
    public AddressField Destination { get; init; }

    /// <summary>Mode, type and features.</summary>
    public EsmClass EsmClass { get; init; }

    /// <summary>GSM protocol identifier, 0 for a plain message.</summary>
    public byte ProtocolId { get; init; }

    /// <summary>0 to 3.</summary>
    public byte Priority { get; init; }

    /// <summary>When it is to be sent; empty for at once.</summary>
    public ReadOnlySpan<byte> ScheduleDeliveryTime { get; init; }

    /// <summary>Until when; empty for the SMSC's default.</summary>
    public ReadOnlySpan<byte> ValidityPeriod { get; init; }

    /// <summary>Receipts asked for.</summary>
    public RegisteredDelivery RegisteredDelivery { get; init; }

    /// <summary>1 to replace a message that still waits.</summary>
    public byte ReplaceIfPresent { get; init; }

    /// <summary>How the message is to be read.</summary>
    public DataCoding DataCoding { get; init; }

    /// <summary>A message of the SMSC's own, or 0.</summary>
    public byte DefaultMessageId { get; init; }

    /// <summary>The message, a user data header included; at most 254 octets.</summary>
    public ReadOnlySpan<byte> ShortMessage { get; init; }

    /// <summary>Optional parameters.</summary>
    public TlvList Tlvs { get; init; }

    /// <summary>The message, wherever it stands: message_payload where there is one, else short_message (§4.4.1 allows one of them).</summary>
    public ReadOnlySpan<byte> Payload =>
        ShortMessage.IsEmpty && Tlvs.TryFind(TlvTag.MessagePayload, out var payload) ? payload : ShortMessage;

    /// <summary>Reads the body.</summary>
    /// <returns>False with a fault where it is not one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, out MessagePdu pdu, out PduFault fault)
    {
        var reader = new FieldReader(body);
        pdu = new MessagePdu
        {
            ServiceType = reader.Text(FieldSizes.ServiceType),
            Source = reader.Address(FieldSizes.Address),
            Destination = reader.Address(FieldSizes.Address),
            EsmClass = (EsmClass)reader.Octet(),
            ProtocolId = reader.Octet(),
            Priority = reader.Octet(),
            ScheduleDeliveryTime = reader.Text(FieldSizes.Time),
            ValidityPeriod = reader.Text(FieldSizes.Time),
            RegisteredDelivery = (RegisteredDelivery)reader.Octet(),
            ReplaceIfPresent = reader.Octet(),
            DataCoding = (DataCoding)reader.Octet(),
            DefaultMessageId = reader.Octet(),
            ShortMessage = reader.ShortMessage(),
            Tlvs = reader.Tlvs(),
        };
        return reader.End(out fault);
    }

    /// <summary>Writes the whole PDU.</summary>
    /// <param name="destination">Room.</param>
    /// <param name="command">Which of the two.</param>
    /// <param name="sequence">Its sequence number.</param>
    /// <param name="written">Octets written.</param>
    /// <returns>False where there is no room, or a value is too long for its field.</returns>
    public bool TryWrite(Span<byte> destination, CommandId command, uint sequence, out int written)
    {
        var writer = new PduWriter(destination);
        writer.Begin(command, CommandStatus.Ok, sequence);
        writer.Text(ServiceType, FieldSizes.ServiceType);
        writer.Address(Source, FieldSizes.Address);
        writer.Address(Destination, FieldSizes.Address);
        writer.Octet((byte)EsmClass);
        writer.Octet(ProtocolId);
        writer.Octet(Priority);
        writer.Text(ScheduleDeliveryTime, FieldSizes.Time);
        writer.Text(ValidityPeriod, FieldSizes.Time);
        writer.Octet((byte)RegisteredDelivery);
        writer.Octet(ReplaceIfPresent);
        writer.Octet((byte)DataCoding);
        writer.Octet(DefaultMessageId);
        writer.ShortMessage(ShortMessage);
        writer.Tlvs(Tlvs);
        return writer.TryEnd(out written);
    }
}
