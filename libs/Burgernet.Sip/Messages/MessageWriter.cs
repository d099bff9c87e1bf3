using System.Buffers.Text;
using System.Net;
using System.Text;
using Burgernet.Sip.Grammar;

namespace Burgernet.Sip.Messages;

/// <summary>Appends segments to a fixed buffer; what does not fit sets <see cref="Overflowed"/> instead of throwing.</summary>
internal ref struct MessageWriter(Span<byte> buffer)
{
    private readonly Span<byte> _buffer = buffer;

    public int Length { get; private set; }

    public bool Overflowed { get; private set; }

    /// <summary>The message, or nothing where it did not fit: half a message is never sent.</summary>
    public readonly ReadOnlySpan<byte> Written => Overflowed ? default : _buffer[..Length];

    public void Add(scoped ReadOnlySpan<byte> segment)
    {
        if (segment.TryCopyTo(_buffer[Length..]))
        {
            Length += segment.Length;
        }
        else
        {
            Overflowed = true;
        }
    }

    public void Add(byte value)
    {
        if (Length < _buffer.Length)
        {
            _buffer[Length++] = value;
        }
        else
        {
            Overflowed = true;
        }
    }

    public void Add(long number)
    {
        if (Utf8Formatter.TryFormat(number, _buffer[Length..], out var written))
        {
            Length += written;
        }
        else
        {
            Overflowed = true;
        }
    }

    public void Add(IPAddress address)
    {
        if (address.TryFormat(_buffer[Length..], out var written))
        {
            Length += written;
        }
        else
        {
            Overflowed = true;
        }
    }

    public void Add(string ascii)
    {
        if (Encoding.UTF8.TryGetBytes(ascii, _buffer[Length..], out var written))
        {
            Length += written;
        }
        else
        {
            Overflowed = true;
        }
    }

    /// <summary>IPv4 in dotted form.</summary>
    public void AddIPv4(uint address)
    {
        for (var shift = 24; shift >= 0; shift -= 8)
        {
            Add((long)((address >> shift) & 255));
            if (shift > 0)
            {
                Add((byte)'.');
            }
        }
    }

    public void AddHex(ulong value, int digits)
    {
        for (var shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        {
            Add("0123456789abcdef"u8[(int)((value >> shift) & 15)]);
        }
    }

    /// <summary>userinfo, RFC 3261 §19.1.2: everything that is not plainly allowed is escaped, so no input can break out of the URI.</summary>
    public void AddUser(string user)
    {
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in user.EnumerateRunes())
        {
            var count = rune.EncodeToUtf8(utf8);
            for (var i = 0; i < count; i++)
            {
                if (SipText.IsPlainUser(utf8[i]))
                {
                    Add(utf8[i]);
                }
                else
                {
                    Add((byte)'%');
                    AddHex(utf8[i], 2);
                }
            }
        }
    }
}
