using Burgernet.Sip.Messages;

namespace Burgernet.Sip.Authentication;

/// <summary>What a trunk knows about its carrier's challenges, one nonce for each realm; used by the signalling thread only.</summary>
internal sealed class TrunkAuthorization(SipCredentials credentials)
{
    /// <summary>Proxies and servers of one carrier that ask for themselves; a bound on what every request would carry.</summary>
    private const int MostRealms = 4;

    private readonly List<DigestNonce> _nonces = [];
    private int _next;

    /// <summary>RFC 3261 §22.2 and §22.3: takes, for each realm, the topmost challenge that can be answered (RFC 8760 §2.4).</summary>
    /// <param name="response">The 401 or 407.</param>
    /// <param name="sent">The request that it answers, or its credentials: many calls share a nonce, so what counts is which one this request carried.</param>
    /// <returns>False when the same request would fare no better: nothing that can be answered, or the credentials are wrong.</returns>
    public bool Learn(in SipMessage response, ReadOnlySpan<byte> sent)
    {
        var isProxy = response.StatusCode == 407;
        var seen = 0;
        foreach (var field in response.Fields)
        {
            if (
                field.Name != (isProxy ? HeaderName.ProxyAuthenticate : HeaderName.WwwAuthenticate)
                || !DigestChallenge.TryParse(response.ValueOf(field), out var challenge)
                || !challenge.IsUsable
            )
            {
                continue;
            }

            var known = IndexOf(isProxy, challenge.Realm);
            if (known >= 0 && (seen & (1 << known)) != 0)
            {
                continue;
            }

            if (IsRefusal(challenge, sent, isProxy))
            {
                return false;
            }

            known = known < 0 ? Add(isProxy) : known;
            seen |= 1 << known;

            // Another call may have learned it already: then the count goes on.
            if (!_nonces[known].Is(challenge))
            {
                _nonces[known].Learn(challenge);
            }
        }

        return seen != 0;
    }

    /// <summary>Header fields for one request, as far as challenges are known.</summary>
    public void Write(ref MessageWriter writer, SipMethod method, ReadOnlySpan<byte> uri, Random random)
    {
        foreach (var nonce in _nonces)
        {
            nonce.Write(ref writer, method, uri, (ulong)random.NextInt64());
        }
    }

    /// <summary>RFC 7616 §3.3 "stale": without it a challenge to credentials means that they are wrong, unless their nonce was an older one.</summary>
    private static bool IsRefusal(in DigestChallenge challenge, ReadOnlySpan<byte> sent, bool isProxy) =>
        !challenge.IsStale
        && DigestCredentials.TryFind(sent, isProxy, challenge.Realm, out var carried)
        && (carried.Nonce.SequenceEqual(challenge.Nonce) || carried.IsFirstUse);

    private int IndexOf(bool isProxy, ReadOnlySpan<byte> realm)
    {
        for (var i = 0; i < _nonces.Count; i++)
        {
            if (_nonces[i].IsFor(isProxy, realm))
            {
                return i;
            }
        }

        return -1;
    }

    private int Add(bool isProxy)
    {
        var nonce = new DigestNonce(credentials, isProxy);
        if (_nonces.Count < MostRealms)
        {
            _nonces.Add(nonce);
            return _nonces.Count - 1;
        }

        _next = (_next + 1) % MostRealms;
        _nonces[_next] = nonce;
        return _next;
    }
}
