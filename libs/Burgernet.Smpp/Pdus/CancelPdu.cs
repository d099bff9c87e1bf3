using Burgernet.Smpp.Codec;

namespace Burgernet.Smpp.Pdus;

/// <summary>cancel_sm, SMPP 3.4 §4.9.1. Its spans live in the octets that it was read from.</summary>
public readonly ref struct CancelPdu
{
    /// <summary>Service; mostly empty.</summary>
    public ReadOnlySpan<byte> ServiceType { get; init; }

    /// <summary>Which message; empty for all that match the rest.</summary>
    public ReadOnlySpan<byte> MessageId { get; init; }

    /// <summary>Its source.</summary>
    public AddressField Source { get; init; }

    /// <summary>Its destination; may be empty where the message is named.</summary>
    public AddressField Destination { get; init; }

    /// <summary>Reads the body.</summary>
    /// <returns>False with a fault where it is not one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, out CancelPdu pdu, out PduFault fault)
    {
        var reader = new FieldReader(body);
        pdu = new CancelPdu
        {
            ServiceType = reader.Text(FieldSizes.ServiceType),
            MessageId = reader.Text(FieldSizes.MessageId),
            Source = reader.Address(FieldSizes.Address),
            Destination = reader.Address(FieldSizes.Address),
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
        writer.Begin(CommandId.CancelSm, CommandStatus.Ok, sequence);
        writer.Text(ServiceType, FieldSizes.ServiceType);
        writer.Text(MessageId, FieldSizes.MessageId);
        writer.Address(Source, FieldSizes.Address);
        writer.Address(Destination, FieldSizes.Address);
        return writer.TryEnd(out written);
    }
}
