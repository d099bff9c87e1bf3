using Burgernet.Smpp.Codec;

namespace Burgernet.Smpp.Pdus;

/// <summary>outbind, SMPP 3.4 §4.1.7: an SMSC asks an ESME to bind. Its spans live in the octets that it was read from.</summary>
public readonly ref struct OutbindPdu
{
    /// <summary>Who the SMSC is.</summary>
    public ReadOnlySpan<byte> SystemId { get; init; }

    /// <summary>With which the ESME knows it; at most 8 characters.</summary>
    public ReadOnlySpan<byte> Password { get; init; }

    /// <summary>Reads the body.</summary>
    /// <returns>False with a fault where it is not one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, out OutbindPdu pdu, out PduFault fault)
    {
        var reader = new FieldReader(body);
        pdu = new OutbindPdu { SystemId = reader.Text(FieldSizes.SystemId), Password = reader.Text(FieldSizes.Password) };
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
        writer.Begin(CommandId.Outbind, CommandStatus.Ok, sequence);
        writer.Text(SystemId, FieldSizes.SystemId);
        writer.Text(Password, FieldSizes.Password);
        return writer.TryEnd(out written);
    }
}
