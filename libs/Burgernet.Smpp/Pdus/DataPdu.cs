using Burgernet.Smpp.Codec;

namespace Burgernet.Smpp.Pdus;

/// <summary>data_sm, SMPP 3.4 §4.7.1: the message is in message_payload. Its spans live in the octets that it was read from.</summary>
public readonly ref struct DataPdu
{
    /// <summary>Service; mostly empty.</summary>
    public ReadOnlySpan<byte> ServiceType { get; init; }

    /// <summary>Who sends.</summary>
    public AddressField Source { get; init; }

    /// <summary>Who receives.</summary>
    public AddressField Destination { get; init; }

    /// <summary>Mode, type and features.</summary>
    public EsmClass EsmClass { get; init; }

    /// <summary>Receipts asked for.</summary>
    public RegisteredDelivery RegisteredDelivery { get; init; }

    /// <summary>How the message is to be read.</summary>
    public DataCoding DataCoding { get; init; }

    /// <summary>Optional parameters.</summary>
    public TlvList Tlvs { get; init; }

    /// <summary>The message: message_payload, or nothing.</summary>
    public ReadOnlySpan<byte> Payload => Tlvs.TryFind(TlvTag.MessagePayload, out var payload) ? payload : default;

    /// <summary>Reads the body.</summary>
    /// <returns>False with a fault where it is not one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, out DataPdu pdu, out PduFault fault)
    {
        var reader = new FieldReader(body);
        pdu = new DataPdu
        {
            ServiceType = reader.Text(FieldSizes.ServiceType),
            Source = reader.Address(FieldSizes.LongAddress),
            Destination = reader.Address(FieldSizes.LongAddress),
            EsmClass = (EsmClass)reader.Octet(),
            RegisteredDelivery = (RegisteredDelivery)reader.Octet(),
            DataCoding = (DataCoding)reader.Octet(),
            Tlvs = reader.Tlvs(),
        };
        return reader.End(out fault);
    }

    /// <summary>Writes the whole PDU.</summary>
    /// <param name="destination">Room.</param>
    /// <param name="sequence">Its sequence number.</param>
    /// <param name="written">Octets written.</param>
    /// <returns>False where there is no room, or a value is too long for its field.</returns>
    public bool TryWrite(Span<byte> destination, uint sequence, out int written)
    {
        var writer = new PduWriter(destination);
        writer.Begin(CommandId.DataSm, CommandStatus.Ok, sequence);
        writer.Text(ServiceType, FieldSizes.ServiceType);
        writer.Address(Source, FieldSizes.LongAddress);
        writer.Address(Destination, FieldSizes.LongAddress);
        writer.Octet((byte)EsmClass);
        writer.Octet((byte)RegisteredDelivery);
        writer.Octet((byte)DataCoding);
        writer.Tlvs(Tlvs);
        return writer.TryEnd(out written);
    }
}
