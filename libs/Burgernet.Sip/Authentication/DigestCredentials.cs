using Burgernet.Sip.Grammar;

namespace Burgernet.Sip.Authentication;

/// <summary>Credentials as one of our requests carried them: ( "Authorization" / "Proxy-Authorization" ) HCOLON "Digest" LWS dig-resp *( COMMA dig-resp ), RFC 3261 §25.1.</summary>
internal readonly ref struct DigestCredentials
{
    public ReadOnlySpan<byte> Realm { get; private init; }

    public ReadOnlySpan<byte> Nonce { get; private init; }

    /// <summary>nc: how often the nonce had been used, this time included; empty without qop.</summary>
    public ReadOnlySpan<byte> Count { get; private init; }

    /// <summary>nc=00000001: the nonce cannot have been used up, so that only the password can be what was refused.</summary>
    public bool IsFirstUse => Count.SequenceEqual("00000001"u8);

    /// <summary>Finds those for one realm among the header lines of a request as we wrote it.</summary>
    public static bool TryFind(ReadOnlySpan<byte> request, bool isProxy, ReadOnlySpan<byte> realm, out DigestCredentials credentials)
    {
        var start = isProxy ? "Proxy-Authorization: Digest "u8 : "Authorization: Digest "u8;
        var rest = request;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf("\r\n"u8);
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 2)..];
            if (line.StartsWith(start))
            {
                credentials = Read(line[start.Length..]);
                if (credentials.Realm.SequenceEqual(realm))
                {
                    return true;
                }
            }
        }

        credentials = default;
        return false;
    }

    private static DigestCredentials Read(ReadOnlySpan<byte> values)
    {
        var credentials = new DigestCredentials();
        foreach (var one in new ValueList(values))
        {
            var equal = one.IndexOf((byte)'=');
            if (equal < 0)
            {
                continue;
            }

            var name = one[..equal];
            var text = DigestChallenge.Unquote(one[(equal + 1)..]);
            if (name.SequenceEqual("realm"u8))
            {
                credentials = credentials with { Realm = text };
            }
            else if (name.SequenceEqual("nonce"u8))
            {
                credentials = credentials with { Nonce = text };
            }
            else if (name.SequenceEqual("nc"u8))
            {
                credentials = credentials with { Count = text };
            }
        }

        return credentials;
    }
}
