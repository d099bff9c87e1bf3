using System.Runtime.InteropServices;
using Burgernet.Sip.Grammar;

namespace Burgernet.Sip.Messages;

/// <summary>Reads SIP-message = Request / Response from one datagram, RFC 3261 §7; never throws, whatever the bytes.</summary>
internal static class SipParser
{
    /// <summary>More fields than any sane message has; a bound on work per datagram.</summary>
    public const int MaxFields = 128;

    /// <summary>Parses in place.</summary>
    /// <param name="bytes">The whole datagram.</param>
    /// <param name="scratch">Room for <see cref="MaxFields"/> fields; the message keeps views into it.</param>
    /// <param name="message">What was read; after a fault below the header section it is filled as far as possible, for a 400.</param>
    public static ParseFault Parse(ReadOnlySpan<byte> bytes, Span<HeaderField> scratch, out SipMessage message)
    {
        message = default;

        // RFC 3261 §7.5: ignore CRLF before the start-line; RFC 5626 §3.5.1: nothing but CRLF is a keep-alive.
        var start = 0;
        while (start < bytes.Length && bytes[start] is (byte)'\r' or (byte)'\n' or 0)
        {
            start++;
        }

        if (start == bytes.Length)
        {
            return ParseFault.KeepAlive;
        }

        var lineEnd = LineEnd(bytes, start, out var next);
        if (lineEnd < 0)
        {
            return ParseFault.StartLine;
        }

        var fault = ReadFields(bytes, next, scratch, out var count, out var bodyStart);
        if (fault != ParseFault.None)
        {
            return fault;
        }

        fault = StartLine(bytes, bytes[start..lineEnd], scratch[..count], out message);
        if (fault is ParseFault.StartLine)
        {
            return fault;
        }

        var below = ReadMandatory(ref message, bytes[bodyStart..]);
        return fault != ParseFault.None ? fault : below;
    }

    private static int LineEnd(ReadOnlySpan<byte> bytes, int start, out int next)
    {
        var feed = bytes[start..].IndexOf((byte)'\n');
        if (feed < 0)
        {
            next = bytes.Length;
            return -1;
        }

        next = start + feed + 1;
        var end = start + feed;
        return end > start && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    /// <summary>Request-Line = Method SP Request-URI SP SIP-Version CRLF; Status-Line = SIP-Version SP Status-Code SP Reason-Phrase CRLF.</summary>
    private static ParseFault StartLine(
        ReadOnlySpan<byte> bytes,
        ReadOnlySpan<byte> line,
        ReadOnlySpan<HeaderField> fields,
        out SipMessage message
    )
    {
        message = new SipMessage { Bytes = bytes, Fields = fields };
        if (line.Length >= 8 && SipText.Same(line[..4], "SIP/"u8))
        {
            if (!line[4..7].SequenceEqual("2.0"u8) || line[7] != ' ')
            {
                return ParseFault.Version;
            }

            if (
                line.Length < 11
                || !SipText.TryReadNumber(line[8..11], 699, out var status)
                || status < 100
                || (line.Length > 11 && line[11] != ' ')
            )
            {
                return ParseFault.StartLine;
            }

            message = new SipMessage
            {
                Bytes = bytes,
                Fields = fields,
                StatusCode = (int)status,
            };
            return ParseFault.None;
        }

        var first = line.IndexOf((byte)' ');
        var last = line.LastIndexOf((byte)' ');
        if (first <= 0 || last <= first || !SipText.IsAllTokens(line[..first]))
        {
            return ParseFault.StartLine;
        }

        if (last == line.Length - 1)
        {
            // RFC 3261 §7.1: one SP between the elements and none after them.
            message = message with
            {
                Method = SipMethods.Find(line[..first]),
                MethodName = line[..first],
            };
            return ParseFault.RequestUri;
        }

        var uri = line[(first + 1)..last];
        message = new SipMessage
        {
            Bytes = bytes,
            Fields = fields,
            Method = SipMethods.Find(line[..first]),
            MethodName = line[..first],
            RequestUri = uri,
        };
        if (!SipText.Same(line[(last + 1)..], "SIP/2.0"u8))
        {
            return ParseFault.Version;
        }

        return uri.IsEmpty || uri.ContainsAny(" \t<>\""u8) ? ParseFault.RequestUri : ParseFault.None;
    }

    /// <summary>message-header = header-name HCOLON header-value CRLF, with folding (RFC 3261 §7.3.1).</summary>
    private static ParseFault ReadFields(ReadOnlySpan<byte> bytes, int position, Span<HeaderField> fields, out int count, out int bodyStart)
    {
        count = 0;
        bodyStart = bytes.Length;
        while (true)
        {
            var start = position;
            var end = LineEnd(bytes, start, out position);
            if (end < 0)
            {
                return ParseFault.NoEndOfHeaders;
            }

            if (end == start)
            {
                bodyStart = position;
                return ParseFault.None;
            }

            // A line that begins with white space continues the field before it.
            while (position < bytes.Length && bytes[position] is (byte)' ' or (byte)'\t')
            {
                end = LineEnd(bytes, position, out position);
                if (end < 0)
                {
                    return ParseFault.NoEndOfHeaders;
                }
            }

            var line = bytes[start..end];
            var colon = line.IndexOf((byte)':');
            if (colon <= 0)
            {
                return ParseFault.HeaderLine;
            }

            // HCOLON = *( SP / HTAB ) ":" SWS
            var name = line[..colon].TrimEnd(" \t"u8);
            if (!SipText.IsAllTokens(name))
            {
                return ParseFault.HeaderLine;
            }

            if (count == fields.Length)
            {
                return ParseFault.TooManyHeaders;
            }

            var value = SipText.Trim(line[(colon + 1)..]);
            var valueStart = value.IsEmpty ? end : start + Offset(line, value);
            fields[count++] = new HeaderField(HeaderNames.Find(name), start, valueStart, value.Length);
        }
    }

    private static int Offset(ReadOnlySpan<byte> outer, ReadOnlySpan<byte> inner) =>
        (int)
            System.Runtime.CompilerServices.Unsafe.ByteOffset(ref MemoryMarshal.GetReference(outer), ref MemoryMarshal.GetReference(inner));

    /// <summary>RFC 3261 §8.1.1: To, From, CSeq, Call-ID, Max-Forwards and Via are in every request (Max-Forwards is forgiven, RFC 2543 lacks it).</summary>
    private static ParseFault ReadMandatory(ref SipMessage message, ReadOnlySpan<byte> rest)
    {
        ReadOnlySpan<byte> via = default;
        ReadOnlySpan<byte> from = default;
        ReadOnlySpan<byte> to = default;
        ReadOnlySpan<byte> callId = default;
        ReadOnlySpan<byte> sequence = default;
        long length = -1;
        var badLength = false;
        var isRepeated = false;
        foreach (var field in message.Fields)
        {
            var value = message.ValueOf(field);
            switch (field.Name)
            {
                case HeaderName.Via when via.IsEmpty:
                    var values = new ValueList(value);
                    via = values.MoveNext() ? values.Current : default;
                    break;
                case HeaderName.From:
                    isRepeated |= !from.IsEmpty;
                    from = value;
                    break;
                case HeaderName.To:
                    isRepeated |= !to.IsEmpty;
                    to = value;
                    break;
                case HeaderName.CallId:
                    isRepeated |= !callId.IsEmpty;
                    callId = value;
                    break;
                case HeaderName.CSeq:
                    isRepeated |= !sequence.IsEmpty;
                    sequence = value;
                    break;
                case HeaderName.ContentLength:
                    badLength |= !SipText.TryReadNumber(value, int.MaxValue, out var number) || (length >= 0 && length != number);
                    length = number;
                    break;
                default:
                    break;
            }
        }

        message = message with { TopVia = via, From = from, To = to, CallId = callId, CSeq = sequence };
        if (via.IsEmpty || from.IsEmpty || to.IsEmpty || callId.IsEmpty || sequence.IsEmpty)
        {
            return ParseFault.MissingHeader;
        }

        var fault = isRepeated ? ParseFault.RepeatedHeader : ReadAddresses(ref message);
        if (fault != ParseFault.None)
        {
            return fault;
        }

        // RFC 3261 §18.3: over UDP a shorter length cuts, a longer one is an error, none means the rest of the datagram.
        if (badLength || length > rest.Length)
        {
            return ParseFault.ContentLength;
        }

        message = message with { Body = length < 0 ? rest : rest[..(int)length] };
        return ParseFault.None;
    }

    private static ParseFault ReadAddresses(ref SipMessage message)
    {
        // CSeq = 1*DIGIT LWS Method, below 2**31 (RFC 3261 §8.1.1.5)
        var end = 0;
        while (end < message.CSeq.Length && char.IsAsciiDigit((char)message.CSeq[end]))
        {
            end++;
        }

        var methodName = SipText.Trim(message.CSeq[end..]);
        if (
            !SipText.TryReadNumber(message.CSeq[..end], int.MaxValue, out var sequence)
            || end == message.CSeq.Length
            || !SipText.IsWhite(message.CSeq[end])
            || !SipText.IsAllTokens(methodName)
        )
        {
            return ParseFault.CSeq;
        }

        if (message.IsRequest && !methodName.SequenceEqual(message.MethodName))
        {
            return ParseFault.MethodMismatch;
        }

        if (!ViaValue.TryParse(message.TopVia, out _))
        {
            return ParseFault.Via;
        }

        if (!NameAddress.TryParse(message.From, out var from) || !NameAddress.TryParse(message.To, out var to))
        {
            return ParseFault.Address;
        }

        message = message with
        {
            Method = SipMethods.Find(methodName),
            MethodName = methodName,
            CSeqNumber = (uint)sequence,
            FromTag = from.Tag,
            ToTag = to.Tag,
        };
        return message.IsRequest && message.ToTag.IsEmpty && HasGaps(message) ? ParseFault.EmptyItem : ParseFault.None;
    }

    /// <summary>RFC 4475 §3.1.2.1 wants empty list items refused. Here that holds for what would begin a call: inside one, to go on and to end it matters more.</summary>
    private static bool HasGaps(in SipMessage message)
    {
        foreach (var field in message.Fields)
        {
            if (field.Name is HeaderName.Via or HeaderName.Contact && ValueList.HasGaps(message.ValueOf(field)))
            {
                return true;
            }
        }

        return false;
    }
}
