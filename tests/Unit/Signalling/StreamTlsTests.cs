using System.Net;
using System.Security.Cryptography.X509Certificates;
using Burgernet.Sip;
using Burgernet.Sip.Transport;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>TLS against our own listener: who is taken, who is refused, and what is said of it.</summary>
public sealed class StreamTlsTests : IDisposable
{
    private const string Host = "sip.carrier.test";
    private const string Message = "OPTIONS sip:a@b SIP/2.0\r\nl: 0\r\n\r\n";

    private readonly TestAuthority _authority = new();
    private readonly TestAuthority _stranger = new("Another authority");
    private readonly TestAuthority _impostor = new();
    private readonly StreamRig _caller = new();
    private readonly StreamRig _carrier = new();

    public void Dispose()
    {
        _caller.Dispose();
        _carrier.Dispose();
        _authority.Dispose();
        _stranger.Dispose();
        _impostor.Dispose();
    }

    [Fact]
    public async Task Certificate_OfTheNameAndAuthority_IsTakenAndMessagesPassBothWays()
    {
        _carrier.Reply = Message;
        var hop = _caller.Send(Message, Trunk(Listen(_authority.Issue(Host))).Hop);
        await Until("the answer came", () => _caller.Messages.Count == 1);

        Assert.Equal((Message, hop.Flow), (_caller.Messages[0].Text, _caller.Messages[0].From.Flow));
        Assert.Equal(SipTransport.Tls, _carrier.Messages[0].From.Transport);
    }

    [Theory]
    [InlineData("name", SipConnectionFailure.WrongName)]
    [InlineData("wildcard", SipConnectionFailure.WrongName)]
    [InlineData("authority", SipConnectionFailure.UnknownAuthority)]
    [InlineData("impostor", SipConnectionFailure.UnknownAuthority)]
    [InlineData("expired", SipConnectionFailure.CertificateExpired)]
    [InlineData("future", SipConnectionFailure.CertificateExpired)]
    [InlineData("use", SipConnectionFailure.CertificateInvalid)]
    public async Task Certificate_ThatIsNotRight_IsRefusedWithTheReason(string fault, SipConnectionFailure expected)
    {
        var certificate = fault switch
        {
            "name" => _authority.Issue("sip.other.test"),
            "wildcard" => _authority.Issue("*.carrier.test"),
            "authority" => _stranger.Issue(Host),
            "impostor" => _impostor.Issue(Host),
            "expired" => _authority.Issue(names => names.AddDnsName(Host), from: -3, until: -1),
            "future" => _authority.Issue(names => names.AddDnsName(Host), from: 1, until: 3),
            _ => _authority.Issue(names => names.AddDnsName(Host), isForServers: false),
        };
        var hop = _caller.Send(Message, Trunk(Listen(certificate)).Hop);
        await Until("it was refused", () => _caller.Losses.Count > 0);

        Assert.Equal([(hop.Flow, expected)], _caller.Losses);
        Assert.Equal(1, _caller.Streams.Meters.Failures[(int)expected]);
        Assert.Empty(_carrier.Messages);
    }

    [Fact]
    public async Task Wildcard_WhereTheTrunkAllowsIt_IsTaken()
    {
        _caller.Send(Message, Trunk(Listen(_authority.Issue("*.carrier.test")), tls => tls with { AllowsWildcards = true }).Hop);

        await Until("it came", () => _carrier.Messages.Count == 1);
    }

    [Fact]
    public async Task SystemAuthorities_DoNotKnowOurs()
    {
        _caller.Send(Message, Trunk(Listen(_authority.Issue(Host)), tls => tls with { Authorities = null }).Hop);

        await Until("it was refused", () => _caller.Losses.Exists(one => one.Failure == SipConnectionFailure.UnknownAuthority));
    }

    [Fact]
    public async Task ClientCertificate_WhereTheCarrierAsksForOne_IsShown()
    {
        var listen = Listen(_authority.Issue(Host), _authority.Trust);
        _caller.Send(Message, Trunk(listen, tls => tls with { ClientCertificate = _authority.Issue("us.test") }).Hop);

        await Until("it came", () => _carrier.Messages.Count == 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ClientCertificate_MissingOrUnknown_IsRefusedByTheCarrier(bool isUnknown)
    {
        var listen = Listen(_authority.Issue(Host), _authority.Trust);
        var shown = isUnknown ? _stranger.Issue("us.test") : null;
        _caller.Send(Message, Trunk(listen, tls => tls with { ClientCertificate = shown }).Hop);
        await Until("the carrier refused", () => _caller.Losses.Count > 0 && _carrier.Losses.Count > 0);

        Assert.Equal(SipConnectionFailure.HandshakeRefused, _caller.Losses[0].Failure);
        Assert.Equal(
            isUnknown ? SipConnectionFailure.UnknownAuthority : SipConnectionFailure.CertificateInvalid,
            _carrier.Losses[0].Failure
        );
        Assert.Empty(_carrier.Messages);
    }

    [Fact]
    public async Task Peer_ThatSpeaksNoTls_IsRefused()
    {
        using var plain = new TcpPeer();
        _caller.Send(Message, Trunk(plain.EndPoint).Hop);
        await Until("it connected", () => plain.Read().Length > 0);
        plain.Send("SIP/2.0 400 What?\r\nl: 0\r\n\r\n");

        await Until("it was refused", () => _caller.Losses.Exists(one => one.Failure == SipConnectionFailure.HandshakeRefused));
    }

    [Fact]
    public async Task Peer_ThatNeverShakesHands_IsGivenUp()
    {
        using var silent = new TcpPeer();
        var trunk = Trunk(silent.EndPoint);
        _caller.Send(Message, trunk.Hop);
        await Until("it connected", () => silent.Read().Length > 0);
        _caller.Advance(TimeSpan.FromSeconds(4));
        Assert.Empty(_caller.Losses);
        _caller.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(SipConnectionFailure.TimedOut, Assert.Single(_caller.Losses).Failure);
    }

    [Fact]
    public void Place_WithoutAnExpectedName_IsNotConnectedTo()
    {
        using var peer = new TcpPeer();
        var hop = _caller.Send(Message, Hop.Udp(peer.EndPoint) with { Transport = SipTransport.Tls });
        _caller.Turn();

        Assert.Equal([(hop.Flow, SipConnectionFailure.NoTlsSettings)], _caller.Losses);
        Assert.Equal(0, peer.Accept());
    }

    [Fact]
    public async Task SilentClient_IsNotWaitedForLong()
    {
        using var silent = TcpPeer.Connect(Listen(_authority.Issue(Host)));
        await Until("it was accepted", () => _carrier.Streams.Meters.Accepted == 1);
        _carrier.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal((SipConnectionFailure.TimedOut, 0), (Assert.Single(_carrier.Losses).Failure, _carrier.Streams.Meters.Living));
    }

    private IPEndPoint Listen(X509Certificate2 certificate, X509Certificate2Collection? clients = null) =>
        _carrier.Listen(
            SipTransport.Tls,
            new TlsServerHandshake(new SipTlsListenerOptions { Certificate = certificate, ClientAuthorities = clients })
        );

    private SipTrunk Trunk(IPEndPoint peer, Func<SipTlsOptions, SipTlsOptions>? change = null)
    {
        var tls = new SipTlsOptions { HostName = Host, Authorities = _authority.Trust };
        return _caller.AddTrunk(
            new SipTrunkOptions
            {
                Name = "carrier",
                Peer = peer,
                Transport = SipTransport.Tls,
                Tls = change is null ? tls : change(tls),
            }
        );
    }

    private Task Until(string what, Func<bool> condition) =>
        _caller.Until(
            what,
            () =>
            {
                _carrier.Turn();
                return condition();
            }
        );
}
