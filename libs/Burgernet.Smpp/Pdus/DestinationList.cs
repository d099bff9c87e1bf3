using Burgernet.Smpp.Codec;

namespace Burgernet.Smpp.Pdus;

/// <summary>The destinations of a submit_multi, SMPP 3.4 §4.5.1.1: addresses, and names of distribution lists. Walks over them by foreach.</summary>
/// <param name="octets">Flag and destination, one behind the other.</param>
/// <param name="count">How many, at most 254.</param>
public ref struct DestinationList(ReadOnlySpan<byte> octets, int count)
{
    private const byte IsAddress = 1;
    private const byte IsList = 2;

    private FieldReader _reader = new(octets);
    private int _left = count;

    /// <summary>All of them as they are.</summary>
    public ReadOnlySpan<byte> Octets { get; } = octets;

    /// <summary>How many.</summary>
    public int Count { get; } = count;

    /// <summary>The address that a walk is at; of a distribution list, its name as digits, without type and plan.</summary>
    public AddressField Current { readonly get; private set; }

    /// <summary>Whether a walk is at a distribution list.</summary>
    public bool IsDistributionList { readonly get; private set; }

    /// <summary>Writes one address.</summary>
    /// <returns>Octets written; 0 where there is no room or the address is too long.</returns>
    public static int Write(Span<byte> destination, AddressField address)
    {
        var size = address.Digits.Length + 4;
        if (destination.Length < size || address.Digits.Length >= FieldSizes.Address)
        {
            return 0;
        }

        destination[0] = IsAddress;
        destination[1] = (byte)address.Type;
        destination[2] = (byte)address.Plan;
        address.Digits.CopyTo(destination[3..]);
        destination[size - 1] = 0;
        return size;
    }

    /// <summary>For foreach.</summary>
    public readonly DestinationList GetEnumerator() => new(Octets, Count);

    /// <summary>Goes on to the next.</summary>
    public bool MoveNext()
    {
        if (_left == 0)
        {
            return false;
        }

        _left--;
        IsDistributionList = _reader.Octet() == IsList;
        Current = IsDistributionList ? new(default, default, _reader.Text(FieldSizes.ListName)) : _reader.Address(FieldSizes.Address);
        return _reader.Fault == PduFault.None;
    }

    /// <summary>Finds where the list ends, which depends on all that is in it.</summary>
    internal static DestinationList Read(scoped ref FieldReader reader, out bool isFlagged)
    {
        isFlagged = false;
        var count = reader.Octet();
        var start = reader;
        for (var i = 0; i < count && reader.Fault == PduFault.None; i++)
        {
            switch (reader.Octet())
            {
                case IsAddress:
                    reader.Address(FieldSizes.Address);
                    break;
                case IsList:
                    reader.Text(FieldSizes.ListName);
                    break;
                default:
                    isFlagged = reader.Fault == PduFault.None;
                    return default;
            }
        }

        return new DestinationList(start.Until(reader), reader.Fault == PduFault.None ? count : 0);
    }
}
