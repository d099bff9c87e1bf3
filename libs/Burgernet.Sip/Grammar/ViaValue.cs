namespace Burgernet.Sip.Grammar;

/// <summary>via-parm = sent-protocol LWS sent-by *( SEMI via-params ), RFC 3261 §20.42.</summary>
internal readonly ref struct ViaValue
{
    private ViaValue(ReadOnlySpan<byte> transport, ReadOnlySpan<byte> host, int port, ReadOnlySpan<byte> parameters)
    {
        Transport = transport;
        Host = host;
        Port = port;
        ViaParameters = parameters;
    }

    public ReadOnlySpan<byte> Transport { get; }

    public ReadOnlySpan<byte> Host { get; }

    /// <summary>0 where none is given.</summary>
    public int Port { get; }

    public ReadOnlySpan<byte> ViaParameters { get; }

    public ReadOnlySpan<byte> Branch => Parameters.TryGet(ViaParameters, "branch"u8, out var branch) ? branch : default;

    public static bool TryParse(ReadOnlySpan<byte> text, out ViaValue via)
    {
        via = default;
        var value = SipText.Trim(text);

        // sent-protocol = protocol-name SLASH protocol-version SLASH transport; another version is answered 505 along this very field.
        var slash = value.IndexOf((byte)'/');
        if (slash < 0 || !SipText.Same(SipText.Trim(value[..slash]), "SIP"u8))
        {
            return false;
        }

        value = value[(slash + 1)..];
        slash = value.IndexOf((byte)'/');
        if (slash < 0 || !SipText.IsAllTokens(SipText.Trim(value[..slash])))
        {
            return false;
        }

        value = SipText.Trim(value[(slash + 1)..]);
        var end = 0;
        while (end < value.Length && SipText.IsToken(value[end]))
        {
            end++;
        }

        if (end == 0 || end == value.Length || !SipText.IsWhite(value[end]))
        {
            return false;
        }

        var transport = value[..end];
        value = value[end..];
        var semicolon = value.IndexOf((byte)';');
        if (!HostPort.TryParse(semicolon < 0 ? value : value[..semicolon], out var host, out var port))
        {
            return false;
        }

        via = new ViaValue(transport, host, port, semicolon < 0 ? default : value[(semicolon + 1)..]);
        return true;
    }
}
