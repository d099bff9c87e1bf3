using Burgernet.Smpp.Codec;

namespace Burgernet.Smpp.Pdus;

/// <summary>submit_multi_resp, SMPP 3.4 §4.5.2. Its spans live in the octets that it was read from.</summary>
public readonly ref struct SubmitMultiResponsePdu
{
    /// <summary>The SMSC's name for the message.</summary>
    public ReadOnlySpan<byte> MessageId { get; init; }

    /// <summary>Destinations that the message was not taken for.</summary>
    public UnsuccessfulList Unsuccessful { get; init; }

    /// <summary>Reads the body.</summary>
    /// <returns>False with a fault where it is not one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, out SubmitMultiResponsePdu pdu, out PduFault fault)
    {
        if (body.IsEmpty)
        {
            // Nothing follows the header where the request failed.
            pdu = default;
            fault = PduFault.None;
            return true;
        }

        var reader = new FieldReader(body);
        pdu = new SubmitMultiResponsePdu
        {
            MessageId = reader.Text(FieldSizes.MessageId),
            Unsuccessful = UnsuccessfulList.Read(ref reader),
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
        writer.Begin(CommandId.SubmitMultiResp, status, sequence);
        writer.Text(MessageId, FieldSizes.MessageId);
        writer.Octet((byte)Unsuccessful.Count);
        writer.Octets(Unsuccessful.Octets);
        return writer.TryEnd(out written);
    }
}
