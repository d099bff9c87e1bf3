using Burgernet.Smpp.Codec;

namespace Burgernet.Smpp.Pdus;

/// <summary>alert_notification, SMPP 3.4 §4.12.1: a handset can be reached again. Its spans live in the octets that it was read from.</summary>
public readonly ref struct AlertPdu
{
    /// <summary>The handset.</summary>
    public AddressField Source { get; init; }

    /// <summary>Who wanted to know.</summary>
    public AddressField Esme { get; init; }

    /// <summary>Optional parameters.</summary>
    public TlvList Tlvs { get; init; }

    /// <summary>Reads the body.</summary>
    /// <returns>False with a fault where it is not one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, out AlertPdu pdu, out PduFault fault)
    {
        var reader = new FieldReader(body);
        pdu = new AlertPdu
        {
            Source = reader.Address(FieldSizes.LongAddress),
            Esme = reader.Address(FieldSizes.LongAddress),
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
        writer.Begin(CommandId.AlertNotification, CommandStatus.Ok, sequence);
        writer.Address(Source, FieldSizes.LongAddress);
        writer.Address(Esme, FieldSizes.LongAddress);
        writer.Tlvs(Tlvs);
        return writer.TryEnd(out written);
    }
}
