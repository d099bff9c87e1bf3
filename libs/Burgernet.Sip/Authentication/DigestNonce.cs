using System.Text;
using Burgernet.Sip.Messages;

namespace Burgernet.Sip.Authentication;

/// <summary>One cached challenge of a trunk: answered in advance by every later request, with a rising count (RFC 7616 §3.4, §3.6).</summary>
internal sealed class DigestNonce(SipCredentials credentials, bool isProxy)
{
    private readonly byte[] _secret = new byte[DigestHash.MaxHexLength];

    /// <summary>quoted-string: backslash and quote are escaped (RFC 3261 §25.1).</summary>
    private readonly byte[] _user = Encoding.UTF8.GetBytes(
        credentials.UserName.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
    );
    private readonly byte[] _text = new byte[2_048];
    private int _secretLength;
    private byte[] _realm = [];
    private byte[] _nonce = [];
    private byte[] _opaque = [];
    private DigestAlgorithm _algorithm;
    private bool _hasAuth;
    private uint _count;

    public bool IsKnown => _nonce.Length > 0;

    public bool Is(in DigestChallenge challenge) => challenge.Nonce.SequenceEqual(_nonce) && challenge.Algorithm == _algorithm;

    public bool IsFor(bool byProxy, ReadOnlySpan<byte> realm) => isProxy == byProxy && realm.SequenceEqual(_realm);

    /// <summary>Takes over a challenge; HA1 = H(user ":" realm ":" password) is hashed once.</summary>
    public void Learn(in DigestChallenge challenge)
    {
        _realm = challenge.Realm.ToArray();
        _nonce = challenge.Nonce.ToArray();
        _opaque = challenge.Opaque.ToArray();
        _algorithm = challenge.Algorithm;
        _hasAuth = challenge.HasAuth;
        _count = 0;
        var secret = Encoding.UTF8.GetBytes($"{credentials.UserName}:{Encoding.UTF8.GetString(_realm)}:{credentials.Password}");
        _secretLength = DigestHash.Write(_algorithm, secret, _secret);
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(secret);
    }

    /// <summary>Authorization or Proxy-Authorization for one request (RFC 3261 §22.4).</summary>
    public void Write(ref MessageWriter writer, SipMethod method, ReadOnlySpan<byte> uri, ulong clientNonce)
    {
        if (!IsKnown)
        {
            return;
        }

        _count++;
        Span<byte> second = stackalloc byte[DigestHash.MaxHexLength];
        var text = new MessageWriter(_text);
        text.Add(SipMethods.NameOf(method));
        text.Add((byte)':');
        text.Add(uri);
        if (text.Overflowed)
        {
            return;
        }

        second = second[..DigestHash.Write(_algorithm, text.Written, second)];

        // H(HA1 ":" nonce ":" nc ":" cnonce ":" qop ":" HA2), or without qop as in RFC 2069.
        text = new MessageWriter(_text);
        text.Add(_secret.AsSpan(0, _secretLength));
        text.Add((byte)':');
        text.Add(_nonce);
        text.Add((byte)':');
        if (_hasAuth)
        {
            text.AddHex(_count, 8);
            text.Add((byte)':');
            text.AddHex(clientNonce, 16);
            text.Add(":auth:"u8);
        }

        text.Add(second);
        if (text.Overflowed)
        {
            return;
        }

        Span<byte> response = stackalloc byte[DigestHash.MaxHexLength];
        response = response[..DigestHash.Write(_algorithm, text.Written, response)];
        writer.Add(isProxy ? "Proxy-Authorization: Digest username=\""u8 : "Authorization: Digest username=\""u8);
        writer.Add(_user);
        writer.Add("\", realm=\""u8);
        writer.Add(_realm);
        writer.Add("\", nonce=\""u8);
        writer.Add(_nonce);
        writer.Add("\", uri=\""u8);
        writer.Add(uri);
        writer.Add("\", response=\""u8);
        writer.Add(response);
        writer.Add("\", algorithm="u8);
        writer.Add(DigestHash.NameOf(_algorithm));
        if (_opaque.Length > 0)
        {
            writer.Add(", opaque=\""u8);
            writer.Add(_opaque);
            writer.Add((byte)'"');
        }

        if (_hasAuth)
        {
            writer.Add(", qop=auth, nc="u8);
            writer.AddHex(_count, 8);
            writer.Add(", cnonce=\""u8);
            writer.AddHex(clientNonce, 16);
            writer.Add((byte)'"');
        }

        writer.Add("\r\n"u8);
    }
}
