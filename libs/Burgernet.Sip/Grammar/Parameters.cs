namespace Burgernet.Sip.Grammar;

/// <summary>generic-param = token [ EQUAL gen-value ], each after a semicolon, RFC 3261 §25.1.</summary>
internal static class Parameters
{
    /// <summary>Finds one parameter in <c>;a=b;c</c>; a parameter without value gives an empty value.</summary>
    public static bool TryGet(ReadOnlySpan<byte> parameters, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        var rest = parameters;
        while (!rest.IsEmpty)
        {
            var end = SipText.IndexOfBare(rest, (byte)';', skipAngles: true);
            var one = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            var equal = one.IndexOf((byte)'=');
            var key = SipText.Trim(equal < 0 ? one : one[..equal]);
            if (SipText.Same(key, name))
            {
                value = equal < 0 ? default : SipText.Trim(one[(equal + 1)..]);
                return true;
            }
        }

        value = default;
        return false;
    }
}
