namespace Burgernet.Sip.Grammar;

/// <summary>SIP-URI = "sip:" [ userinfo ] hostport uri-parameters [ headers ], RFC 3261 §19.1.1; views into the message.</summary>
internal readonly ref struct SipUri
{
    private SipUri(
        bool secure,
        ReadOnlySpan<byte> user,
        ReadOnlySpan<byte> host,
        int port,
        ReadOnlySpan<byte> parameters,
        ReadOnlySpan<byte> headers
    )
    {
        IsSecure = secure;
        User = user;
        Host = host;
        Port = port;
        UriParameters = parameters;
        Headers = headers;
    }

    public bool IsSecure { get; }

    /// <summary>User part without password, as written (escapes stay).</summary>
    public ReadOnlySpan<byte> User { get; }

    public ReadOnlySpan<byte> Host { get; }

    /// <summary>0 where none is given.</summary>
    public int Port { get; }

    public ReadOnlySpan<byte> UriParameters { get; }

    public ReadOnlySpan<byte> Headers { get; }

    /// <summary>The lr parameter: its owner is a loose router, RFC 3261 §16.12.</summary>
    public bool IsLoose => Parameters.TryGet(UriParameters, "lr"u8, out _);

    public static bool TryParse(ReadOnlySpan<byte> text, out SipUri uri)
    {
        uri = default;
        var rest = SipText.Trim(text);
        bool secure;
        if (rest.Length > 4 && SipText.Same(rest[..4], "sip:"u8))
        {
            secure = false;
            rest = rest[4..];
        }
        else if (rest.Length > 5 && SipText.Same(rest[..5], "sips:"u8))
        {
            secure = true;
            rest = rest[5..];
        }
        else
        {
            return false;
        }

        // userinfo may hold ";" and "?", so "@" is looked for first.
        ReadOnlySpan<byte> user = default;
        var at = rest.IndexOf((byte)'@');
        if (at >= 0)
        {
            user = rest[..at];
            rest = rest[(at + 1)..];
            var colon = user.IndexOf((byte)':');
            user = colon < 0 ? user : user[..colon];
        }

        ReadOnlySpan<byte> headers = default;
        var question = rest.IndexOf((byte)'?');
        if (question >= 0)
        {
            headers = rest[(question + 1)..];
            rest = rest[..question];
        }

        ReadOnlySpan<byte> parameters = default;
        var semicolon = rest.IndexOf((byte)';');
        if (semicolon >= 0)
        {
            parameters = rest[(semicolon + 1)..];
            rest = rest[..semicolon];
        }

        if (!HostPort.TryParse(rest, out var host, out var port))
        {
            return false;
        }

        uri = new SipUri(secure, user, host, port, parameters, headers);
        return true;
    }
}
