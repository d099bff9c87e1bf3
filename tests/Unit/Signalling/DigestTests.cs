using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Burgernet.Sip;
using Burgernet.Sip.Authentication;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

public sealed class DigestTests
{
    private const string ServerChallenge =
        "WWW-Authenticate: Digest realm=\"carrier\", nonce=\"n1\", opaque=\"o\", qop=\"auth-int,auth\", algorithm=SHA-256\r\n";
    private readonly CoreRig _rig = new(credentials: new SipCredentials { UserName = "alice", Password = "secret" });

    [Theory]
    [InlineData("", "c672b8d1ef56ed28ab87c3622c5114069bdd3ad7b8f9737498d0c01ecef0967a")]
    [InlineData("abc", "53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23")]
    public void Sha512Of256_KnownAnswers(string text, string expected)
    {
        var digest = new byte[32];
        Sha512Of256.Hash(Encoding.ASCII.GetBytes(text), digest);
        Assert.Equal(expected, Convert.ToHexStringLower(digest));
    }

    [Theory]
    [InlineData(111)]
    [InlineData(112)]
    [InlineData(128)]
    [InlineData(300)]
    public void Sha512Of256_AtBlockEdges_Differs(int length)
    {
        var one = new byte[32];
        var other = new byte[32];
        Sha512Of256.Hash(new byte[length], one);
        Sha512Of256.Hash(new byte[length + 1], other);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void Challenge_IsAnsweredByTheSameInviteWithCredentials()
    {
        _rig.Place();
        var first = _rig.Invite;
        _rig.Receive(CoreRig.Respond(first, "401 Unauthorized", more: ServerChallenge));
        var second = _rig.Last;

        Assert.StartsWith("INVITE sip:+31970100200@127.0.0.1:5060", second, StringComparison.Ordinal);
        Assert.Contains("CSeq: 2 INVITE\r\n", second, StringComparison.Ordinal);
        Assert.Equal(Line(first, "From"), Line(second, "From"));
        Assert.Equal(Line(first, "Call-ID"), Line(second, "Call-ID"));
        Assert.NotEqual(Line(first, "Via"), Line(second, "Via"), StringComparer.Ordinal);
        Verify(Line(second, "Authorization"), "INVITE", "00000001");
        Assert.Equal([SipCallNewsKind.Sent], _rig.News.Select(news => news.Kind));
    }

    [Fact]
    public void Nonce_IsUsedInAdvanceByTheNextRequestsWithARisingCount()
    {
        _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, "401 Unauthorized", more: ServerChallenge));
        var invite = _rig.Last;
        _rig.Receive(CoreRig.Respond(invite, "200 OK", more: CoreRig.Contact, body: CoreRig.Sdp()));

        // RFC 3261 §13.2.2.4: the ACK repeats the INVITE's credentials.
        Assert.Equal(Line(invite, "Authorization"), Line(_rig.Last, "Authorization"));
        _rig.Core.End(_rig.News[0].Call, _rig.Now);
        Verify(Line(_rig.Last, "Authorization"), "BYE", "00000002");
        _rig.Place();
        Verify(Line(_rig.Last, "Authorization"), "INVITE", "00000003");
    }

    [Theory]
    [InlineData("MD5")]
    [InlineData("SHA-512-256")]
    public void OtherAlgorithms_AreComputedAsTheyAreNamed(string algorithm)
    {
        _rig.Place();
        _rig.Receive(
            CoreRig.Respond(_rig.Invite, "401 Unauthorized", more: ServerChallenge.Replace("SHA-256", algorithm, StringComparison.Ordinal))
        );

        var line = Line(_rig.Last, "Authorization");
        string Value(string name) => Regex.Match(line, $"[ ,]{name}=\"?([^\",]*)", RegexOptions.NonBacktracking).Groups[1].Value;
        Assert.Equal(algorithm, Value("algorithm"));
        Assert.Equal(
            Hash($"{Hash("alice:carrier:secret")}:n1:00000001:{Value("cnonce")}:auth:{Hash($"INVITE:{Value("uri")}")}"),
            Value("response")
        );

        string Hash(string text)
        {
            var hex = new byte[DigestHash.MaxHexLength];
            var known = DigestHash.Find(Encoding.ASCII.GetBytes(algorithm));
            return Encoding.ASCII.GetString(hex, 0, DigestHash.Write(known, Encoding.UTF8.GetBytes(text), hex));
        }
    }

    [Fact]
    public void StaleNonce_IsReplacedByTheNewOne()
    {
        _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, "407 Proxy", more: ServerChallenge.Replace("WWW", "Proxy", StringComparison.Ordinal)));
        _rig.Receive(
            CoreRig.Respond(
                _rig.Last,
                "407 Proxy",
                more: "Proxy-Authenticate: Digest realm=\"carrier\",nonce=\"n2\",stale=true,algorithm=MD5\r\n"
            )
        );

        Assert.Contains("CSeq: 3 INVITE\r\n", _rig.Last, StringComparison.Ordinal);
        var line = Line(_rig.Last, "Proxy-Authorization");
        Assert.Contains("nonce=\"n2\"", line, StringComparison.Ordinal);

        // Without qop: RFC 2069's form.
        Assert.DoesNotContain("cnonce", line, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongPassword_EndsTheCallAndDoesNotKnockAgain()
    {
        _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, "401 Unauthorized", more: ServerChallenge));
        _rig.Receive(CoreRig.Respond(_rig.Last, "401 Unauthorized", more: ServerChallenge));

        Assert.Equal(2, _rig.Count("INVITE"));
        Assert.Equal((SipCallEnd.Rejected, 401), (_rig.News[^1].End, _rig.News[^1].StatusCode));
        Assert.Equal(2, _rig.Count("ACK"));
    }

    [Fact]
    public void WrongPassword_WithANewNonceEachTime_IsTriedOnce()
    {
        _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, "401 Unauthorized", more: ServerChallenge));
        _rig.Receive(
            CoreRig.Respond(_rig.Last, "401 Unauthorized", more: ServerChallenge.Replace("\"n1\"", "\"n2\"", StringComparison.Ordinal))
        );

        Assert.Equal(2, _rig.Count("INVITE"));
        Assert.Equal((SipCallEnd.Rejected, 401), (_rig.News[^1].End, _rig.News[^1].StatusCode));
    }

    [Fact]
    public void CallsAtOnce_ChallengedWithTheSameNonce_AreAllAnsweredWithARisingCount()
    {
        for (var i = 0; i < 3; i++)
        {
            _rig.Place();
        }

        foreach (var invite in _rig.Sent.Select(sent => sent.Text).ToArray())
        {
            _rig.Receive(CoreRig.Respond(invite, "401 Unauthorized", more: ServerChallenge));
        }

        var second = _rig
            .Sent.Where(sent => sent.Text.Contains("CSeq: 2 INVITE", StringComparison.Ordinal))
            .Select(sent => sent.Text)
            .ToArray();
        Assert.Equal(3, second.Length);
        for (var i = 0; i < 3; i++)
        {
            Verify(Line(second[i], "Authorization"), "INVITE", $"0000000{i + 1}");
        }

        Assert.DoesNotContain(_rig.News, news => news.Kind == SipCallNewsKind.Ended);
    }

    [Fact]
    public void CachedNonce_ThatIsNoLongerTaken_IsReplacedThoughNobodySaysStale()
    {
        _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, "401 Unauthorized", more: ServerChallenge));
        _rig.Place();
        _rig.Receive(
            CoreRig.Respond(_rig.Last, "401 Unauthorized", more: ServerChallenge.Replace("\"n1\"", "\"n2\"", StringComparison.Ordinal))
        );

        var line = Line(_rig.Last, "Authorization");
        Assert.Contains("nonce=\"n2\"", line, StringComparison.Ordinal);
        Assert.Contains("nc=00000001", line, StringComparison.Ordinal);
    }

    [Fact]
    public void ProxyThenServer_BothGetTheirCredentials()
    {
        _rig.Place();
        _rig.Receive(
            CoreRig.Respond(_rig.Invite, "407 Proxy", more: "Proxy-Authenticate: Digest realm=\"proxy\", nonce=\"p1\", qop=\"auth\"\r\n")
        );
        _rig.Receive(CoreRig.Respond(_rig.Last, "401 Unauthorized", more: ServerChallenge));

        Assert.Contains("CSeq: 3 INVITE\r\n", _rig.Last, StringComparison.Ordinal);
        Assert.Contains("nc=00000002", Line(_rig.Last, "Proxy-Authorization"), StringComparison.Ordinal);
        Verify(Line(_rig.Last, "Authorization"), "INVITE", "00000001");
        _rig.Receive(CoreRig.Respond(_rig.Last, "200 OK", more: CoreRig.Contact, body: CoreRig.Sdp()));
        Assert.Equal(SipCallNewsKind.Answered, _rig.News[^1].Kind);
    }

    [Fact]
    public void TwoProxies_EachWithARealm_AreBothAnsweredFromThenOn()
    {
        _rig.Place();
        foreach (var realm in new[] { "one", "two" })
        {
            _rig.Receive(
                CoreRig.Respond(
                    _rig.Last,
                    "407 Proxy",
                    more: $"Proxy-Authenticate: Digest realm=\"{realm}\", nonce=\"n{realm}\", qop=\"auth\", algorithm=SHA-512-256\r\n"
                )
            );
        }

        Assert.Equal(["none", "ntwo"], Nonces(_rig.Last), StringComparer.Ordinal);
        _rig.Place();
        Assert.Equal(["none", "ntwo"], Nonces(_rig.Last), StringComparer.Ordinal);

        static IEnumerable<string> Nonces(string invite) =>
            invite
                .Split("\r\n")
                .Where(line => line.StartsWith("Proxy-Authorization:", StringComparison.Ordinal))
                .Select(line => line.Split("nonce=\"")[1].Split('"')[0]);
    }

    [Fact]
    public void Fork_ThatCollectsTheChallengesOfTwoRealms_IsAnsweredForBoth()
    {
        _rig.Place();
        _rig.Receive(
            CoreRig.Respond(
                _rig.Invite,
                "401 Unauthorized",
                more: ServerChallenge + "WWW-Authenticate: Digest realm=\"other\", nonce=\"o1\", qop=\"auth\"\r\n"
            )
        );

        Assert.Equal(2, _rig.Last.Split("\r\n").Count(line => line.StartsWith("Authorization:", StringComparison.Ordinal)));
        Assert.Contains("opaque=\"o\"", Line(_rig.Last, "Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralChallenges_TheTopmostThatIsKnownIsTaken()
    {
        _rig.Place();
        _rig.Receive(
            CoreRig.Respond(
                _rig.Invite,
                "401 Unauthorized",
                more: "WWW-Authenticate: Digest realm=\"x\", nonce=\"a\", algorithm=FUTURE-1\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
                    + "WWW-Authenticate: Digest realm=\"carrier\", nonce=\"n1\", qop=\"auth\", algorithm=SHA-256\r\n"
                    + "WWW-Authenticate: Digest realm=\"carrier\", nonce=\"n9\", algorithm=MD5\r\n"
            )
        );
        Verify(Line(_rig.Last, "Authorization"), "INVITE", "00000001");
    }

    [Fact]
    public void ChallengedBye_GoesOutOnceMore()
    {
        _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, "200 OK", more: CoreRig.Contact, body: CoreRig.Sdp()));
        _rig.Core.End(_rig.News[0].Call, _rig.Now);
        _rig.Receive(CoreRig.Respond(_rig.Last, "401 Unauthorized", more: ServerChallenge));
        Assert.Contains("CSeq: 3 BYE", _rig.Last, StringComparison.Ordinal);
        _rig.Receive(CoreRig.Respond(_rig.Last, "401 Unauthorized", more: ServerChallenge));

        Assert.Equal(2, _rig.Count("BYE"));
        Assert.True(_rig.Core.IsIdle);
    }

    [Fact]
    public void Credentials_NeverShowTheirPassword() =>
        Assert.DoesNotContain(
            "secret",
            new SipTrunkOptions
            {
                Name = "t",
                Peer = CoreRig.Carrier,
                Credentials = new SipCredentials { UserName = "u", Password = "secret" },
            }.ToString(),
            StringComparison.Ordinal
        );

    /// <summary>RFC 7616 §3.4.1, computed here from scratch.</summary>
    private static void Verify(string line, string method, string count)
    {
        string Value(string name) => Regex.Match(line, $"[ ,]{name}=\"?([^\",]*)", RegexOptions.NonBacktracking).Groups[1].Value;
        var first = Hash("alice:carrier:secret");
        var second = Hash($"{method}:{Value("uri")}");
        Assert.Equal(count, Value("nc"));
        Assert.Equal("SHA-256", Value("algorithm"));
        Assert.Equal(Hash($"{first}:n1:{count}:{Value("cnonce")}:auth:{second}"), Value("response"));

        static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string Line(string message, string name) => CoreRig.Line(message, name);
}
