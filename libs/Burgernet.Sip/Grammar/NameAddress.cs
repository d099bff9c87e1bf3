namespace Burgernet.Sip.Grammar;

/// <summary>( name-addr / addr-spec ) *( SEMI param ) of From, To, Contact, Route and Record-Route, RFC 3261 §20.10.</summary>
internal readonly ref struct NameAddress
{
    private NameAddress(ReadOnlySpan<byte> uri, ReadOnlySpan<byte> parameters)
    {
        Uri = uri;
        HeaderParameters = parameters;
    }

    /// <summary>What stands between the angle brackets, or the bare address.</summary>
    public ReadOnlySpan<byte> Uri { get; }

    public ReadOnlySpan<byte> HeaderParameters { get; }

    /// <summary>The tag, empty where there is none.</summary>
    public ReadOnlySpan<byte> Tag => Parameters.TryGet(HeaderParameters, "tag"u8, out var tag) ? tag : default;

    public static bool TryParse(ReadOnlySpan<byte> text, out NameAddress result)
    {
        result = default;
        var value = SipText.Trim(text);
        var open = SipText.IndexOfBare(value, (byte)'<', skipAngles: false);
        if (open < 0)
        {
            // RFC 3261 §20: without brackets, parameters after a semicolon are the header's, not the URI's.
            var semicolon = value.IndexOf((byte)';');
            var bare = SipText.Trim(semicolon < 0 ? value : value[..semicolon]);
            if (bare.IndexOf((byte)':') <= 0 || bare.ContainsAny("\"<>"u8))
            {
                return false;
            }

            result = new NameAddress(bare, semicolon < 0 ? default : value[(semicolon + 1)..]);
            return true;
        }

        var rest = value[(open + 1)..];
        var close = rest.IndexOf((byte)'>');
        if (close < 0)
        {
            return false;
        }

        var after = SipText.Trim(rest[(close + 1)..]);
        if (!after.IsEmpty && after[0] != ';')
        {
            return false;
        }

        result = new NameAddress(SipText.Trim(rest[..close]), after.IsEmpty ? default : after[1..]);
        return true;
    }
}
