using Burgernet.Smpp.Codec;

namespace Burgernet.Smpp.Pdus;

/// <summary>query_sm, SMPP 3.4 §4.8.1. Its spans live in the octets that it was read from.</summary>
public readonly ref struct QueryPdu
{
    /// <summary>Which message.</summary>
    public ReadOnlySpan<byte> MessageId { get; init; }

    /// <summary>Its source, as it was submitted.</summary>
    public AddressField Source { get; init; }

    /// <summary>Reads the body.</summary>
    /// <returns>False with a fault where it is not one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, out QueryPdu pdu, out PduFault fault)
    {
        var reader = new FieldReader(body);
        pdu = new QueryPdu { MessageId = reader.Text(FieldSizes.MessageId), Source = reader.Address(FieldSizes.Address) };
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
        writer.Begin(CommandId.QuerySm, CommandStatus.Ok, sequence);
        writer.Text(MessageId, FieldSizes.MessageId);
        writer.Address(Source, FieldSizes.Address);
        return writer.TryEnd(out written);
    }
}
