using System.Buffers.Binary;

namespace Burgernet.Smpp.Pdus;

/// <summary>The optional parameters of a PDU, in their order, unknown ones too. Walks over them by foreach.</summary>
/// <param name="octets">Tag, length and value, one behind the other.</param>
public ref struct TlvList(ReadOnlySpan<byte> octets)
{
    /// <summary>Octets of tag and length.</summary>
    internal const int HeadSize = 4;

    private ReadOnlySpan<byte> _rest = octets;
    private Tlv _current;

    /// <summary>All of them as they are.</summary>
    public ReadOnlySpan<byte> Octets { get; } = octets;

    /// <summary>The one that a walk is at.</summary>
    public readonly Tlv Current => _current;

    /// <summary>Whether the last one ends where the octets do.</summary>
    public readonly bool IsWhole
    {
        get
        {
            var rest = Octets;
            while (!rest.IsEmpty)
            {
                if (rest.Length < HeadSize || rest.Length < HeadSize + Length(rest))
                {
                    return false;
                }

                rest = rest[(HeadSize + Length(rest))..];
            }

            return true;
        }
    }

    /// <summary>For foreach.</summary>
    public readonly TlvList GetEnumerator() => new(Octets);

    /// <summary>Goes on to the next; what is cut off at the end counts as none.</summary>
    public bool MoveNext()
    {
        if (_rest.Length < HeadSize || _rest.Length < HeadSize + Length(_rest))
        {
            return false;
        }

        var end = HeadSize + Length(_rest);
        _current = new Tlv((TlvTag)BinaryPrimitives.ReadUInt16BigEndian(_rest), _rest[HeadSize..end]);
        _rest = _rest[end..];
        return true;
    }

    /// <summary>Looks for the first with a tag.</summary>
    public readonly bool TryFind(TlvTag tag, out ReadOnlySpan<byte> value)
    {
        foreach (var tlv in this)
        {
            if (tlv.Tag == tag)
            {
                value = tlv.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Looks for the first with a tag and reads it as a number of one to four octets.</summary>
    public readonly bool TryFindNumber(TlvTag tag, out uint number)
    {
        number = 0;
        return TryFind(tag, out var value) && new Tlv(tag, value).TryReadNumber(out number);
    }

    private static int Length(ReadOnlySpan<byte> tlv) => BinaryPrimitives.ReadUInt16BigEndian(tlv[2..]);
}
