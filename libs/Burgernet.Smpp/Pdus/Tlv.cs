using System.Buffers.Binary;

namespace Burgernet.Smpp.Pdus;

/// <summary>One optional parameter; its value lives in the PDU's bytes.</summary>
/// <param name="tag">Its tag, known or not.</param>
/// <param name="value">Its value.</param>
public readonly ref struct Tlv(TlvTag tag, ReadOnlySpan<byte> value)
{
    /// <summary>Its tag, known or not.</summary>
    public TlvTag Tag { get; } = tag;

    /// <summary>Its value.</summary>
    public ReadOnlySpan<byte> Value { get; } = value;

    /// <summary>The value read as a number, the highest octet first; false where it is empty or longer than four octets.</summary>
    public bool TryReadNumber(out uint number)
    {
        number = 0;
        foreach (var octet in Value)
        {
            number = (number << 8) | octet;
        }

        return Value.Length is > 0 and <= sizeof(uint);
    }

    /// <summary>Whether the value has a length that the specification gives to this tag; unknown tags always have.</summary>
    public bool HasValidLength =>
        !TlvDefinition.TryFind(Tag, out var definition) || (Value.Length >= definition.Shortest && Value.Length <= definition.Longest);

    /// <summary>Writes one.</summary>
    /// <param name="destination">Room.</param>
    /// <param name="tag">Its tag.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Octets written; 0 where there is no room, or the value has more than 65,535.</returns>
    public static int Write(Span<byte> destination, TlvTag tag, ReadOnlySpan<byte> value)
    {
        if (value.Length > ushort.MaxValue || destination.Length < value.Length + TlvList.HeadSize)
        {
            return 0;
        }

        BinaryPrimitives.WriteUInt16BigEndian(destination, (ushort)tag);
        BinaryPrimitives.WriteUInt16BigEndian(destination[2..], (ushort)value.Length);
        value.CopyTo(destination[TlvList.HeadSize..]);
        return TlvList.HeadSize + value.Length;
    }

    /// <summary>Writes one whose value is a number.</summary>
    /// <param name="destination">Room.</param>
    /// <param name="tag">Its tag.</param>
    /// <param name="number">Its value.</param>
    /// <param name="size">Octets of the value: 1, 2 or 4.</param>
    /// <returns>Octets written; 0 where there is no room.</returns>
    public static int Write(Span<byte> destination, TlvTag tag, uint number, int size)
    {
        Span<byte> octets = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(octets, number);
        return Write(destination, tag, octets[(sizeof(uint) - size)..]);
    }
}
