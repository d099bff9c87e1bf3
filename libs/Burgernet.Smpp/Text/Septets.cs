namespace Burgernet.Smpp.Text;

/// <summary>Septets packed into octets, 3GPP TS 23.038 §6.1.2.1. SMPP carries them unpacked; some SMSCs do not.</summary>
public static class Septets
{
    /// <summary>Octets that so many septets take, behind so many fill bits.</summary>
    public static int PackedLength(int septets, int fillBits = 0) => ((septets * 7) + fillBits + 7) / 8;

    /// <summary>Packs.</summary>
    /// <param name="septets">One septet an octet.</param>
    /// <param name="destination">Room for <see cref="PackedLength"/>; what it holds is overwritten.</param>
    /// <param name="fillBits">Bits left at zero before the first septet, so that it begins on a septet's border behind a user data header: 0 to 6.</param>
    /// <returns>Octets written.</returns>
    public static int Pack(ReadOnlySpan<byte> septets, Span<byte> destination, int fillBits = 0)
    {
        var length = PackedLength(septets.Length, fillBits);
        destination[..length].Clear();
        var bit = fillBits;
        foreach (var septet in septets)
        {
            var (at, shift) = (bit >> 3, bit & 7);
            var value = (septet & 0x7F) << shift;
            destination[at] |= (byte)value;
            if (shift > 1)
            {
                destination[at + 1] |= (byte)(value >> 8);
            }

            bit += 7;
        }

        return length;
    }

    /// <summary>Unpacks.</summary>
    /// <param name="packed">Octets.</param>
    /// <param name="count">How many septets.</param>
    /// <param name="destination">Room for them, one an octet.</param>
    /// <param name="fillBits">Bits before the first septet: 0 to 6.</param>
    /// <returns>Septets written: fewer than <paramref name="count"/> where the octets end before.</returns>
    public static int Unpack(ReadOnlySpan<byte> packed, int count, Span<byte> destination, int fillBits = 0)
    {
        var bit = fillBits;
        for (var i = 0; i < count; i++)
        {
            var (at, shift) = (bit >> 3, bit & 7);
            if (bit + 7 > packed.Length * 8)
            {
                return i;
            }

            var value = packed[at] >> shift;
            if (shift > 1)
            {
                value |= packed[at + 1] << (8 - shift);
            }

            destination[i] = (byte)(value & 0x7F);
            bit += 7;
        }

        return count;
    }

    /// <summary>Fill bits behind a user data header of so many octets, its length octet included.</summary>
    public static int FillBitsBehind(int headerOctets) => (7 - (headerOctets * 8 % 7)) % 7;
}
