using System.Buffers.Binary;
using System.Net;

namespace Burgernet.Sip.Grammar;

/// <summary>hostport = host [ ":" port ], RFC 3261 §25.1.</summary>
internal static class HostPort
{
    public static bool TryParse(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> host, out int port)
    {
        var whole = SipText.Trim(text);
        host = whole;
        port = 0;
        if (whole.IsEmpty)
        {
            return false;
        }

        ReadOnlySpan<byte> after;
        if (whole[0] == '[')
        {
            // IPv6reference = "[" IPv6address "]"
            var close = whole.IndexOf((byte)']');
            if (close < 0)
            {
                return false;
            }

            after = SipText.Trim(whole[(close + 1)..]);
            host = whole[..(close + 1)];
        }
        else
        {
            var colon = whole.IndexOf((byte)':');
            after = colon < 0 ? default : SipText.Trim(whole[colon..]);
            host = colon < 0 ? whole : SipText.Trim(whole[..colon]);
            foreach (var value in host)
            {
                // hostname and IPv4address; "_" is not in the grammar but in the wild.
                if (!char.IsAsciiLetterOrDigit((char)value) && value is not ((byte)'-' or (byte)'.' or (byte)'_'))
                {
                    return false;
                }
            }
        }

        if (host.IsEmpty)
        {
            return false;
        }

        if (after.IsEmpty)
        {
            return true;
        }

        if (after[0] != ':' || !SipText.TryReadNumber(SipText.Trim(after[1..]), 65_535, out var number))
        {
            return false;
        }

        port = (int)number;
        return true;
    }

    /// <summary>Reads an IPv4 literal into network order bytes; names are refused (resolving is the caller's).</summary>
    public static bool TryReadIPv4(ReadOnlySpan<byte> host, out uint address)
    {
        address = 0;
        Span<char> text = stackalloc char[15];
        if (host.Length is < 7 or > 15)
        {
            return false;
        }

        for (var i = 0; i < host.Length; i++)
        {
            text[i] = (char)host[i];
        }

        Span<byte> bytes = stackalloc byte[4];
        var part = 0;
        var number = 0;
        var digits = 0;
        for (var i = 0; i <= host.Length; i++)
        {
            if (i == host.Length || text[i] == '.')
            {
                if (digits == 0 || part > 3)
                {
                    return false;
                }

                bytes[part++] = (byte)number;
                number = 0;
                digits = 0;
                continue;
            }

            if (!char.IsAsciiDigit(text[i]))
            {
                return false;
            }

            number = (number * 10) + (text[i] - '0');
            digits++;
            if (number > 255 || digits > 3)
            {
                return false;
            }
        }

        address = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        return part == 4;
    }

    public static uint ToUInt32(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        return address.TryWriteBytes(bytes, out var written) && written == 4 ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : 0;
    }
}
