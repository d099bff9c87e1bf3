using Burgernet.Sip.Messages;

namespace Burgernet.Sip.Authentication;

/// <summary>What a trunk knows about its carrier's challenges; used by the signalling thread only.</summary>
internal sealed class TrunkAuthorization(SipCredentials credentials)
{
    private readonly DigestNonce _server = new(credentials, isProxy: false);
    private readonly DigestNonce _proxy = new(credentials, isProxy: true);

    /// <summary>RFC 3261 §22.2 and §22.3: takes the topmost challenge that can be answered (RFC 8760 §2.4).</summary>
    /// <returns>False when nothing new came: the same nonce again, not stale, means that the credentials are wrong.</returns>
    public bool Learn(in SipMessage response)
    {
        var isServer = response.StatusCode == 401;
        var known = isServer ? _server : _proxy;
        foreach (var field in response.Fields)
        {
            if (field.Name != (isServer ? HeaderName.WwwAuthenticate : HeaderName.ProxyAuthenticate))
            {
                continue;
            }

            if (DigestChallenge.TryParse(response.ValueOf(field), out var challenge) && challenge.IsUsable)
            {
                if (known.Is(challenge.Nonce) && !challenge.IsStale)
                {
                    return false;
                }

                known.Learn(challenge);
                return true;
            }
        }

        return false;
    }

    /// <summary>Header fields for one request, as far as challenges are known.</summary>
    public void Write(ref MessageWriter writer, SipMethod method, ReadOnlySpan<byte> uri, Random random)
    {
        _proxy.Write(ref writer, method, uri, (ulong)random.NextInt64());
        _server.Write(ref writer, method, uri, (ulong)random.NextInt64());
    }
}
