using Burgernet.Smpp.Codec;

namespace Burgernet.Smpp.Pdus;

/// <summary>The response to a bind, SMPP 3.4 §4.1.2. Its spans live in the octets that it was read from.</summary>
public readonly ref struct BindResponsePdu
{
    /// <summary>Who the SMSC is.</summary>
    public ReadOnlySpan<byte> SystemId { get; init; }

    /// <summary>Optional parameters.</summary>
    public TlvList Tlvs { get; init; }

    /// <summary>Reads the body.</summary>
    /// <returns>False with a fault where it is not one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, out BindResponsePdu pdu, out PduFault fault)
    {
        if (body.IsEmpty)
        {
            // §4.1.2: nothing follows the header where the bind failed.
            pdu = default;
            fault = PduFault.None;
            return true;
        }

        var reader = new FieldReader(body);
        pdu = new BindResponsePdu { SystemId = reader.Text(FieldSizes.SystemId), Tlvs = reader.Tlvs() };
        return reader.End(out fault);
    }

    /// <summary>Writes the whole PDU.</summary>
    /// <param name="destination">Room.</param>
    /// <param name="command">Which of the three responses.</param>
    /// <param name="status">How the request ended.</param>
    /// <param name="sequence">Its sequence number.</param>
    /// <param name="written">Octets written.</param>
    /// <returns>False where there is no room, or a value is too long for its field.</returns>
    public bool TryWrite(Span<byte> destination, CommandId command, CommandStatus status, uint sequence, out int written)
    {
        var writer = new PduWriter(destination);
        writer.Begin(command, status, sequence);
        writer.Text(SystemId, FieldSizes.SystemId);
        writer.Tlvs(Tlvs);
        return writer.TryEnd(out written);
    }
}
