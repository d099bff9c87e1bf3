using Burgernet.Smpp.Codec;

namespace Burgernet.Smpp.Pdus;

/// <summary>query_sm_resp, SMPP 3.4 §4.8.2. Its spans live in the octets that it was read from.</summary>
public readonly ref struct QueryResponsePdu
{
    /// <summary>Which message.</summary>
    public ReadOnlySpan<byte> MessageId { get; init; }

    /// <summary>When it reached its final state; empty while it has not.</summary>
    public ReadOnlySpan<byte> FinalDate { get; init; }

    /// <summary>Its state.</summary>
    public MessageState State { get; init; }

    /// <summary>The network's error, or 0.</summary>
    public byte ErrorCode { get; init; }

    /// <summary>Reads the body.</summary>
    /// <returns>False with a fault where it is not one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, out QueryResponsePdu pdu, out PduFault fault)
    {
        if (body.IsEmpty)
        {
            // Nothing follows the header where the query failed.
            pdu = default;
            fault = PduFault.None;
            return true;
        }

        var reader = new FieldReader(body);
        pdu = new QueryResponsePdu
        {
            MessageId = reader.Text(FieldSizes.MessageId),
            FinalDate = reader.Text(FieldSizes.Time),
            State = (MessageState)reader.Octet(),
            ErrorCode = reader.Octet(),
        };
        return reader.End(out fault);
    }

    /// <summary>Writes the whole PDU.</summary>
    /// <param name="destination">Room.</param>
    /// <param name="status">How the request ended.</param>
    /// <param name="sequence">Its sequence number.</param>
    /// <param name="written">Octets written.</param>
    /// <returns>False where there is no room, or a value is too long for its field.</returns>
    public bool TryWrite(Span<byte> destination, CommandStatus status, uint sequence, out int written)
    {
        var writer = new PduWriter(destination);
        writer.Begin(CommandId.QuerySmResp, status, sequence);
        writer.Text(MessageId, FieldSizes.MessageId);
        writer.Text(FinalDate, FieldSizes.Time);
        writer.Octet((byte)State);
        writer.Octet(ErrorCode);
        return writer.TryEnd(out written);
    }
}
