using System.Buffers.Binary;

namespace Burgernet.Smpp.Text;

/// <summary>The header that user data begins with where esm_class says so (UDHI), 3GPP TS 23.040 §9.2.3.24.</summary>
/// <param name="Reference">What the segments of one message share.</param>
/// <param name="Total">How many segments; 0 where the message is not cut.</param>
/// <param name="Number">Which one, from 1.</param>
/// <param name="IsWide">Whether the reference has 16 bits.</param>
/// <param name="ShiftLanguage">The national single shift table, or 0.</param>
/// <param name="LockingLanguage">The national locking shift table, or 0.</param>
/// <param name="Size">Octets of the whole header, its length octet included.</param>
public readonly record struct UserDataHeader(
    ushort Reference,
    byte Total,
    byte Number,
    bool IsWide,
    byte ShiftLanguage,
    byte LockingLanguage,
    int Size
)
{
    private const byte Concatenated8 = 0x00;
    private const byte Concatenated16 = 0x08;
    private const byte SingleShift = 0x24;
    private const byte LockingShift = 0x25;

    /// <summary>Whether it is one of several segments.</summary>
    public bool IsCut => Total > 1;

    /// <summary>Reads one; elements that are not known are passed over, as §9.2.3.24 asks.</summary>
    /// <returns>False where it runs past the end.</returns>
    public static bool TryRead(ReadOnlySpan<byte> userData, out UserDataHeader header)
    {
        header = default;
        if (userData.IsEmpty || userData[0] + 1 > userData.Length)
        {
            return false;
        }

        header = new UserDataHeader { Size = userData[0] + 1 };
        var rest = userData[1..header.Size];
        while (!rest.IsEmpty)
        {
            if (rest.Length < 2 || rest.Length < 2 + rest[1])
            {
                return false;
            }

            header = header.With(rest[0], rest.Slice(2, rest[1]));
            rest = rest[(2 + rest[1])..];
        }

        return true;
    }

    /// <summary>Writes it.</summary>
    /// <param name="destination">At least 16 octets.</param>
    /// <returns>Octets written; 0 where there is nothing to say.</returns>
    public int Write(Span<byte> destination)
    {
        var at = 1;
        if (Total > 0)
        {
            destination[at++] = IsWide ? Concatenated16 : Concatenated8;
            destination[at++] = (byte)(IsWide ? 4 : 3);
            if (IsWide)
            {
                destination[at++] = (byte)(Reference >> 8);
            }

            destination[at++] = (byte)Reference;
            destination[at++] = Total;
            destination[at++] = Number;
        }

        if (ShiftLanguage > 0)
        {
            destination[at++] = SingleShift;
            destination[at++] = 1;
            destination[at++] = ShiftLanguage;
        }

        destination[0] = (byte)(at - 1);
        return at == 1 ? 0 : at;
    }

    private UserDataHeader With(byte element, ReadOnlySpan<byte> value) =>
        (element, value.Length) switch
        {
            // §9.2.3.24.1: a number of 0 or above the total means that the element does not count.
            (Concatenated8, 3) when value[2] > 0 && value[2] <= value[1] => this with
            {
                Reference = value[0],
                Total = value[1],
                Number = value[2],
                IsWide = false,
            },
            (Concatenated16, 4) when value[3] > 0 && value[3] <= value[2] => this with
            {
                Reference = BinaryPrimitives.ReadUInt16BigEndian(value),
                Total = value[2],
                Number = value[3],
                IsWide = true,
            },
            (SingleShift, 1) => this with { ShiftLanguage = value[0] },
            (LockingShift, 1) => this with { LockingLanguage = value[0] },
            _ => this,
        };
}
