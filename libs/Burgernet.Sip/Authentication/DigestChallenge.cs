using Burgernet.Sip.Grammar;

namespace Burgernet.Sip.Authentication;

/// <summary>challenge = "Digest" LWS digest-cln *( COMMA digest-cln ), RFC 3261 §25.1; views into the response, quotes taken off.</summary>
internal readonly ref struct DigestChallenge
{
    public ReadOnlySpan<byte> Realm { get; private init; }

    public ReadOnlySpan<byte> Nonce { get; private init; }

    public ReadOnlySpan<byte> Opaque { get; private init; }

    public DigestAlgorithm Algorithm { get; private init; }

    /// <summary>qop lists "auth".</summary>
    public bool HasAuth { get; private init; }

    /// <summary>qop is given, but without "auth": this challenge cannot be answered.</summary>
    public bool HasOnlyOther { get; private init; }

    public bool IsStale { get; private init; }

    public bool IsUsable => Algorithm != DigestAlgorithm.Unknown && !Nonce.IsEmpty && !HasOnlyOther;

    public static bool TryParse(ReadOnlySpan<byte> value, out DigestChallenge challenge)
    {
        challenge = new DigestChallenge { Algorithm = DigestAlgorithm.Md5 };
        if (value.Length < 7 || !SipText.Same(value[..6], "Digest"u8) || !SipText.IsWhite(value[6]))
        {
            return false;
        }

        foreach (var one in new ValueList(value[7..]))
        {
            var equal = one.IndexOf((byte)'=');
            if (equal < 0)
            {
                continue;
            }

            var name = SipText.Trim(one[..equal]);
            var text = Unquote(SipText.Trim(one[(equal + 1)..]));
            if (SipText.Same(name, "realm"u8))
            {
                challenge = challenge with { Realm = text };
            }
            else if (SipText.Same(name, "nonce"u8))
            {
                challenge = challenge with { Nonce = text };
            }
            else if (SipText.Same(name, "opaque"u8))
            {
                challenge = challenge with { Opaque = text };
            }
            else if (SipText.Same(name, "algorithm"u8))
            {
                challenge = challenge with { Algorithm = DigestHash.Find(text) };
            }
            else if (SipText.Same(name, "stale"u8))
            {
                challenge = challenge with { IsStale = SipText.Same(text, "true"u8) };
            }
            else if (SipText.Same(name, "qop"u8))
            {
                var hasAuth = ListsAuth(text);
                challenge = challenge with { HasAuth = hasAuth, HasOnlyOther = !hasAuth };
            }
        }

        return true;
    }

    private static bool ListsAuth(ReadOnlySpan<byte> options)
    {
        foreach (var option in new ValueList(options))
        {
            if (SipText.Same(option, "auth"u8))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Escapes inside stay as they are: what goes back must be byte for byte what came.</summary>
    public static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> text) =>
        text.Length >= 2 && text[0] == '"' && text[^1] == '"' ? text[1..^1] : text;
}
