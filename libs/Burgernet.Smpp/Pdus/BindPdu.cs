using Burgernet.Smpp.Codec;

namespace Burgernet.Smpp.Pdus;

/// <summary>bind_receiver, bind_transmitter and bind_transceiver, SMPP 3.4 §4.1. Its spans live in the octets that it was read from.</summary>
public readonly ref struct BindPdu
{
    /// <summary>Who binds, at most 15 characters.</summary>
    public ReadOnlySpan<byte> SystemId { get; init; }

    /// <summary>At most 8 characters.</summary>
    public ReadOnlySpan<byte> Password { get; init; }

    /// <summary>Kind of system, often empty; at most 12 characters.</summary>
    public ReadOnlySpan<byte> SystemType { get; init; }

    /// <summary>0x34 for SMPP 3.4.</summary>
    public byte InterfaceVersion { get; init; }

    /// <summary>Type of number of the addresses served.</summary>
    public TypeOfNumber AddressType { get; init; }

    /// <summary>Numbering plan of the addresses served.</summary>
    public NumberingPlan AddressPlan { get; init; }

    /// <summary>Addresses served, as a regular expression (appendix A); often empty.</summary>
    public ReadOnlySpan<byte> AddressRange { get; init; }

    /// <summary>Reads the body.</summary>
    /// <returns>False with a fault where it is not one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, out BindPdu pdu, out PduFault fault)
    {
        var reader = new FieldReader(body);
        pdu = new BindPdu
        {
            SystemId = reader.Text(FieldSizes.SystemId),
            Password = reader.Text(FieldSizes.Password),
            SystemType = reader.Text(FieldSizes.SystemType),
            InterfaceVersion = reader.Octet(),
            AddressType = (TypeOfNumber)reader.Octet(),
            AddressPlan = (NumberingPlan)reader.Octet(),
            AddressRange = reader.Text(FieldSizes.AddressRange),
        };
        return reader.End(out fault);
    }

    /// <summary>Writes the whole PDU.</summary>
    /// <param name="destination">Room.</param>
    /// <param name="command">Which of the three.</param>
    /// <param name="sequence">Its sequence number.</param>
    /// <param name="written">Octets written.</param>
    /// <returns>False where there is no room, or a value is too long for its field.</returns>
    public bool TryWrite(Span<byte> destination, CommandId command, uint sequence, out int written)
    {
        var writer = new PduWriter(destination);
        writer.Begin(command, CommandStatus.Ok, sequence);
        writer.Text(SystemId, FieldSizes.SystemId);
        writer.Text(Password, FieldSizes.Password);
        writer.Text(SystemType, FieldSizes.SystemType);
        writer.Octet(InterfaceVersion);
        writer.Octet((byte)AddressType);
        writer.Octet((byte)AddressPlan);
        writer.Text(AddressRange, FieldSizes.AddressRange);
        return writer.TryEnd(out written);
    }
}
