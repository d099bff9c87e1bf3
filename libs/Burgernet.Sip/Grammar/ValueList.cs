namespace Burgernet.Sip.Grammar;

/// <summary>Walks the comma-separated values of one header field, RFC 3261 §7.3.1; commas in quotes and angle brackets do not separate.</summary>
internal ref struct ValueList(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> _rest = text;

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly ValueList GetEnumerator() => this;

    public bool MoveNext()
    {
        while (!_rest.IsEmpty)
        {
            var comma = SipText.IndexOfBare(_rest, (byte)',', skipAngles: true);
            Current = SipText.Trim(comma < 0 ? _rest : _rest[..comma]);
            _rest = comma < 0 ? default : _rest[(comma + 1)..];
            if (!Current.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>item *( COMMA item ), item = value *( SEMI param ), RFC 3261 §7.3.1: whether nothing stands before, between or after the separators.</summary>
    public static bool HasGaps(ReadOnlySpan<byte> text)
    {
        var quoted = false;
        var angles = false;
        var isGap = true;
        for (var i = 0; i < text.Length; i++)
        {
            var value = text[i];
            if (quoted)
            {
                i += value == '\\' ? 1 : 0;
                quoted = value != '"';
            }
            else if (!angles && value is (byte)',' or (byte)';')
            {
                if (isGap)
                {
                    return true;
                }

                isGap = true;
                continue;
            }
            else
            {
                quoted = value == '"';
                angles = value == '<' || (angles && value != '>');
            }

            isGap = isGap && SipText.IsWhite(value);
        }

        return isGap;
    }
}
