using System.Runtime.CompilerServices;
using System.Text;

namespace Burgernet.Smpp.Pdus;

/// <summary>The name that an SMSC gave to a message, SMPP 3.4 §5.2.23: at most 64 characters, opaque. A value, so that a response costs no allocation.</summary>
public readonly struct MessageId : IEquatable<MessageId>
{
    /// <summary>Most characters.</summary>
    public const int Longest = 64;

    private readonly Octets _octets;
    private readonly byte _length;

    /// <summary>From the octets of a PDU, without the ending zero.</summary>
    /// <exception cref="ArgumentException">More than 64.</exception>
    public MessageId(ReadOnlySpan<byte> octets)
    {
        if (octets.Length > Longest)
        {
            throw new ArgumentException($"A message id has at most {Longest} octets.", nameof(octets));
        }

        octets.CopyTo(_octets);
        _length = (byte)octets.Length;
    }

    /// <summary>From text.</summary>
    /// <param name="text">Latin-1, at most 64 characters.</param>
    /// <exception cref="ArgumentException">More than 64.</exception>
    public MessageId(string text)
        : this(Encoding.Latin1.GetBytes(text)) { }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>Its length.</summary>
    public int Length => _length;

    /// <summary>The same octets.</summary>
    public static bool operator ==(MessageId left, MessageId right) => left.Equals(right);

    /// <summary>Other octets.</summary>
    public static bool operator !=(MessageId left, MessageId right) => !left.Equals(right);

    /// <summary>Copies the octets, without an ending zero.</summary>
    /// <param name="destination">Room for <see cref="Length"/>.</param>
    public void CopyTo(Span<byte> destination) => _octets[.._length].CopyTo(destination);

    /// <inheritdoc/>
    public bool Equals(MessageId other)
    {
        ReadOnlySpan<byte> mine = _octets;
        ReadOnlySpan<byte> theirs = other._octets;
        return mine[.._length].SequenceEqual(theirs[..other._length]);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MessageId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(_octets[.._length]);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => Encoding.Latin1.GetString(_octets[.._length]);

    [InlineArray(Longest)]
    private struct Octets
    {
        private byte _first;
    }
}
