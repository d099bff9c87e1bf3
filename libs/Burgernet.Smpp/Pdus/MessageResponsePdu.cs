using Burgernet.Smpp.Codec;

namespace Burgernet.Smpp.Pdus;

/// <summary>submit_sm_resp, deliver_sm_resp and data_sm_resp, SMPP 3.4 §4.4.2, §4.6.2, §4.7.2. Its spans live in the octets that it was read from.</summary>
public readonly ref struct MessageResponsePdu
{
    /// <summary>The SMSC's name for the message; empty in deliver_sm_resp.</summary>
    public ReadOnlySpan<byte> MessageId { get; init; }

    /// <summary>Optional parameters.</summary>
    public TlvList Tlvs { get; init; }

    /// <summary>Reads the body.</summary>
    /// <returns>False with a fault where it is not one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, out MessageResponsePdu pdu, out PduFault fault)
    {
        if (body.IsEmpty)
        {
            // §4.4.2: nothing follows the header where the request failed.
            pdu = default;
            fault = PduFault.None;
            return true;
        }

        var reader = new FieldReader(body);
        pdu = new MessageResponsePdu { MessageId = reader.Text(FieldSizes.MessageId), Tlvs = reader.Tlvs() };
        return reader.End(out fault);
    }

    /// <summary>Writes the whole PDU.</summary>
    /// <param name="destination">Room.</param>
    /// <param name="command">Which response.</param>
    /// <param name="status">How the request ended.</param>
    /// <param name="sequence">Its sequence number.</param>
    /// <param name="written">Octets written.</param>
    /// <returns>False where there is no room, or a value is too long for its field.</returns>
    public bool TryWrite(Span<byte> destination, CommandId command, CommandStatus status, uint sequence, out int written)
    {
        var writer = new PduWriter(destination);
        writer.Begin(command, status, sequence);
        writer.Text(MessageId, FieldSizes.MessageId);
        writer.Tlvs(Tlvs);
        return writer.TryEnd(out written);
    }
}
