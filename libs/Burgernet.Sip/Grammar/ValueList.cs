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
}
