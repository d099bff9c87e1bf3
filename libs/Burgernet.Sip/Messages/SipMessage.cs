using Burgernet.Sip.Grammar;

namespace Burgernet.Sip.Messages;

/// <summary>One message, parsed in place: views into the received bytes, nothing copied.</summary>
internal readonly ref struct SipMessage
{
    public ReadOnlySpan<byte> Bytes { get; init; }

    public ReadOnlySpan<HeaderField> Fields { get; init; }

    /// <summary>0 in a request.</summary>
    public int StatusCode { get; init; }

    public bool IsRequest => StatusCode == 0;

    /// <summary>A request's own method; a response's is that of its CSeq.</summary>
    public SipMethod Method { get; init; }

    public ReadOnlySpan<byte> MethodName { get; init; }

    public ReadOnlySpan<byte> RequestUri { get; init; }

    public ReadOnlySpan<byte> From { get; init; }

    public ReadOnlySpan<byte> To { get; init; }

    public ReadOnlySpan<byte> CallId { get; init; }

    public ReadOnlySpan<byte> CSeq { get; init; }

    /// <summary>The topmost Via header field's first value.</summary>
    public ReadOnlySpan<byte> TopVia { get; init; }

    public uint CSeqNumber { get; init; }

    public ReadOnlySpan<byte> Body { get; init; }

    public ReadOnlySpan<byte> FromTag { get; init; }

    public ReadOnlySpan<byte> ToTag { get; init; }

    /// <summary>The first field of a name, empty where there is none.</summary>
    public ReadOnlySpan<byte> First(HeaderName name)
    {
        foreach (var field in Fields)
        {
            if (field.Name == name)
            {
                return ValueOf(field);
            }
        }

        return default;
    }

    public bool Has(HeaderName name)
    {
        foreach (var field in Fields)
        {
            if (field.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    public ReadOnlySpan<byte> ValueOf(HeaderField field) => Bytes.Slice(field.ValueStart, field.ValueLength);

    /// <summary>Values over all fields of one name (RFC 3261 §7.3.1).</summary>
    public int CountValues(HeaderName name)
    {
        var count = 0;
        foreach (var field in Fields)
        {
            if (field.Name == name)
            {
                foreach (var _ in new ValueList(ValueOf(field)))
                {
                    count++;
                }
            }
        }

        return count;
    }

    /// <summary>Retry-After = delta-seconds [ comment ] *( SEMI retry-param ), RFC 3261 §20.33; 0 where absent or unreadable.</summary>
    public int RetryAfterSeconds
    {
        get
        {
            var value = First(HeaderName.RetryAfter);
            var end = 0;
            while (end < value.Length && char.IsAsciiDigit((char)value[end]))
            {
                end++;
            }

            return SipText.TryReadNumber(value[..end], int.MaxValue, out var seconds) ? (int)seconds : 0;
        }
    }
}
