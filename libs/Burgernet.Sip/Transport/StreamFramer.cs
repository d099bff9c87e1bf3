using Burgernet.Sip.Grammar;
using Burgernet.Sip.Messages;

namespace Burgernet.Sip.Transport;

/// <summary>Cuts a stream into messages by Content-Length, RFC 3261 §18.3, and finds the keep-alives between them, RFC 5626 §3.5.1.</summary>
/// <remarks>Remembers how far it has looked, so that a message that comes byte by byte is not read again and again. The caller keeps the bytes.</remarks>
internal sealed class StreamFramer
{
    /// <summary>The longest message, as over UDP.</summary>
    public const int MaxMessage = 65_535;

    /// <summary>Where the line begins that is not whole yet.</summary>
    private int _line;

    /// <summary>Up to where that line holds no line feed.</summary>
    private int _seen;

    /// <summary>Head and body, once the head is whole.</summary>
    private int _length;

    /// <summary>Looks at what has come of the next piece.</summary>
    /// <param name="bytes">From the piece's first byte on; the same bytes and more after <see cref="FrameKind.Incomplete"/>.</param>
    public Frame Next(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return new Frame(FrameKind.Incomplete, 0);
        }

        if (_length == 0)
        {
            var frame = _line == 0 && !SipText.IsToken(bytes[0]) ? Between(bytes) : Head(bytes);
            if (_length == 0)
            {
                return frame;
            }
        }

        if (bytes.Length < _length)
        {
            return new Frame(FrameKind.Incomplete, 0);
        }

        var length = _length;
        Reset();
        return new Frame(FrameKind.Message, length);
    }

    /// <summary>RFC 3261 §7.5: CRLF before a start-line is ignored; alone it is a keep-alive.</summary>
    private static Frame Between(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\r\n\r\n"u8))
        {
            return new Frame(FrameKind.Ping, 4);
        }

        if (bytes.StartsWith("\r\n"u8))
        {
            // A ping that comes in halves is told as two of these.
            return new Frame(FrameKind.LineBreak, 2);
        }

        return bytes[0] switch
        {
            (byte)'\r' when bytes.Length == 1 => new Frame(FrameKind.Incomplete, 0),
            (byte)'\r' or (byte)'\n' or 0 => new Frame(FrameKind.Blank, 1),
            _ => new Frame(FrameKind.Garbage, 1),
        };
    }

    /// <summary>Looks for the empty line that ends the head.</summary>
    private Frame Head(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var feed = bytes[_seen..].IndexOf((byte)'\n');
            if (feed < 0)
            {
                _seen = bytes.Length;
                return _seen >= MaxMessage ? Fault(FrameKind.Garbage, _seen) : new Frame(FrameKind.Incomplete, 0);
            }

            var end = _seen + feed;
            var line = bytes[_line..end].TrimEnd((byte)'\r');
            if (_line == 0 && !IsStartLine(line))
            {
                return Fault(FrameKind.Garbage, end + 1);
            }

            _line = end + 1;
            _seen = _line;
            if (line.IsEmpty)
            {
                return Length(bytes[.._line]);
            }
        }
    }

    /// <summary>Request-Line ends with SIP-Version, Status-Line begins with it; which version is the parser's matter (§7.1, §7.2).</summary>
    private static bool IsStartLine(ReadOnlySpan<byte> line)
    {
        if (line.Length >= 4 && SipText.Same(line[..4], "SIP/"u8))
        {
            return true;
        }

        var slash = line.LastIndexOf((byte)'/');
        return slash >= 4 && SipText.Same(line[(slash - 4)..slash], " SIP"u8);
    }

    /// <summary>Content-Length = ( "Content-Length" / "l" ) HCOLON 1*DIGIT, which a stream must have (§20.14).</summary>
    private Frame Length(ReadOnlySpan<byte> head)
    {
        long length = -1;
        for (var start = head.IndexOf((byte)'\n') + 1; start < head.Length; )
        {
            var end = EndOfField(head, start);
            var field = head[start..end];
            start = end;
            var colon = field.IndexOf((byte)':');
            if (colon <= 0 || HeaderNames.Find(field[..colon].TrimEnd(" \t"u8)) != HeaderName.ContentLength)
            {
                continue;
            }

            if (
                !SipText.TryReadNumber(SipText.Trim(field[(colon + 1)..]), int.MaxValue, out var number)
                || (length >= 0 && length != number)
            )
            {
                return Fault(FrameKind.BadLength, head.Length);
            }

            length = number;
        }

        if (length < 0)
        {
            return Fault(FrameKind.NoLength, head.Length);
        }

        if (head.Length + length > MaxMessage)
        {
            return Fault(FrameKind.TooLarge, head.Length);
        }

        _length = head.Length + (int)length;
        return default;
    }

    /// <summary>Where a field ends: a line that begins with white space continues the one before it (§7.3.1).</summary>
    private static int EndOfField(ReadOnlySpan<byte> head, int start)
    {
        var end = start;
        do
        {
            end += head[end..].IndexOf((byte)'\n') + 1;
        } while (end < head.Length && head[end] is (byte)' ' or (byte)'\t');
        return end;
    }

    private Frame Fault(FrameKind kind, int length)
    {
        Reset();
        return new Frame(kind, length);
    }

    private void Reset()
    {
        _line = 0;
        _seen = 0;
        _length = 0;
    }
}
