using System.Buffers.Binary;
using Burgernet.Smpp.Codec;

namespace Burgernet.Smpp.Pdus;

/// <summary>Destinations that a submit_multi was not taken for, SMPP 3.4 §4.5.2.1. Walks over them by foreach.</summary>
/// <param name="octets">Address and status, one behind the other.</param>
/// <param name="count">How many, at most 255.</param>
public ref struct UnsuccessfulList(ReadOnlySpan<byte> octets, int count)
{
    private FieldReader _reader = new(octets);
    private int _left = count;

    /// <summary>All of them as they are.</summary>
    public ReadOnlySpan<byte> Octets { get; } = octets;

    /// <summary>How many.</summary>
    public int Count { get; } = count;

    /// <summary>The destination that a walk is at.</summary>
    public AddressField Current { readonly get; private set; }

    /// <summary>Why it was not taken.</summary>
    public CommandStatus Status { readonly get; private set; }

    /// <summary>Writes one.</summary>
    /// <returns>Octets written; 0 where there is no room or the address is too long.</returns>
    public static int Write(Span<byte> destination, AddressField address, CommandStatus status)
    {
        var size = address.Digits.Length + 3 + sizeof(uint);
        if (destination.Length < size || address.Digits.Length >= FieldSizes.Address)
        {
            return 0;
        }

        destination[0] = (byte)address.Type;
        destination[1] = (byte)address.Plan;
        address.Digits.CopyTo(destination[2..]);
        destination[2 + address.Digits.Length] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(destination[(size - sizeof(uint))..], (uint)status);
        return size;
    }

    /// <summary>For foreach; read <see cref="Status"/> off the enumerator.</summary>
    public readonly UnsuccessfulList GetEnumerator() => new(Octets, Count);

    /// <summary>Goes on to the next.</summary>
    public bool MoveNext()
    {
        if (_left == 0)
        {
            return false;
        }

        _left--;
        Current = _reader.Address(FieldSizes.Address);
        Status = (CommandStatus)_reader.Number();
        return _reader.Fault == PduFault.None;
    }

    internal static UnsuccessfulList Read(scoped ref FieldReader reader)
    {
        var count = reader.Octet();
        var start = reader;
        for (var i = 0; i < count && reader.Fault == PduFault.None; i++)
        {
            reader.Address(FieldSizes.Address);
            reader.Number();
        }

        return new UnsuccessfulList(start.Until(reader), reader.Fault == PduFault.None ? count : 0);
    }
}
