using System.Net;
using System.Security.Cryptography.X509Certificates;
using Burgernet.Sip;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>Calls through kamailio over TCP and TLS: digest, Record-Route, keep-alives; certificates taken and refused, on both sides.</summary>
public sealed class KamailioConnectionTests : IDisposable
{
    private const string Host = "sip.carrier.test";

    private readonly TestAuthority _authority = new();
    private readonly TestAuthority _stranger = new("Another authority");

    public void Dispose()
    {
        _authority.Dispose();
        _stranger.Dispose();
    }

    [Theory]
    [InlineData("MD5")]
    [InlineData("SHA-256")]
    public async Task Calls_OverTcp_AreAuthenticatedAndRoutedOverOneConnection(string algorithm)
    {
        var phone = new Phone { OnCall = call => call.Answer() };
        await using var answerer = Answerer(phone);
        await using var caller = Caller();
        var port = FreeUdpPort.TakeWithTcp();
        await using var capture = await Capture.StartSipIfAllowed(isTcp: true, port);
        await using var kamailio = await Kamailio.Start(SipTransport.Tcp, port, algorithm, answerer.TcpEndPoint!);
        var trunk = Trunk(caller, kamailio, tls: null);
        var owner = new RecordingOwner();

        foreach (var tag in new[] { 1L, 2L })
        {
            Place(caller, trunk, owner, tag);
            var ended = await owner.Expect(SipCallNewsKind.Ended, tag: tag);
            Assert.True(
                ended.End == SipCallEnd.HungUpByUs,
                $"call {tag}: {ended.End} {ended.StatusCode} {ended.Connection}\n{kamailio.Log}"
            );
        }

        await phone.Expect(SipIncomingCallNews.HungUpByPeer);
        Assert.Equal((1, 0), (caller.ConnectionMeters.Opened, caller.Core.Context.Meters.Retransmissions));
        var messages = await capture.ExpectNoErrors(atLeast: 10);
        Assert.True(messages.Length == 0 || messages.Split("Status: 407").Length == 2, messages);
    }

    [Theory]
    [InlineData(SipTransport.Tcp)]
    [InlineData(SipTransport.Tls)]
    public async Task Call_HungUpByTheFarSide_ComesBackToUs(SipTransport transport)
    {
        var phone = new Phone
        {
            OnCall = call => call.Answer(),
            OnEach = (call, news) =>
            {
                if (news == SipIncomingCallNews.Acknowledged)
                {
                    call.HangUp();
                }
            },
        };
        await using var answerer = Answerer(phone);
        await using var caller = Caller();
        await using var kamailio =
            transport == SipTransport.Tcp
                ? await Kamailio.Start(transport, FreeUdpPort.TakeWithTcp(), "MD5", answerer.TcpEndPoint!)
                : await Start("TLSv1.2+", _authority.Issue(Host), answerer);
        var owner = new RecordingOwner();
        Place(caller, Trunk(caller, kamailio, transport == SipTransport.Tcp ? null : Tls()), owner, 1, message: 10);

        var ended = await owner.Expect(SipCallNewsKind.Ended);
        Assert.True(ended.End == SipCallEnd.HungUpByPeer, $"{ended.End} {ended.StatusCode} {ended.Connection}\n{kamailio.Log}");
        await phone.Expect(SipIncomingCallNews.HungUpByUs);
    }

    [Theory]
    [InlineData("TLSv1.2+", "TLSv1.3", "SHA-256")]
    [InlineData("TLSv1.2", "TLSv1.2", "MD5")]
    public async Task Calls_OverTls_AreAuthenticatedAndRouted_WithCertificatesOnAllSides(string method, string version, string algorithm)
    {
        // We examine kamailio, kamailio us; then kamailio our other endpoint, and that kamailio.
        await using var answerer = Answerer(new Phone { OnCall = call => call.Answer() }, examines: true);
        await using var caller = Caller();
        await using var kamailio = await Start(method, _authority.Issue(Host), answerer, examines: true, algorithm);
        var trunk = Trunk(caller, kamailio, Tls() with { ClientCertificate = _authority.Issue("us.test") });
        var owner = new RecordingOwner();

        foreach (var tag in new[] { 1L, 2L })
        {
            Place(caller, trunk, owner, tag);
            var ended = await owner.Expect(SipCallNewsKind.Ended, tag: tag);
            Assert.True(
                ended.End == SipCallEnd.HungUpByUs,
                $"call {tag}: {ended.End} {ended.StatusCode} {ended.Connection}\n{kamailio.Log}"
            );
        }

        Assert.Equal((1, 0), (caller.ConnectionMeters.Opened, caller.Core.Context.Meters.Retransmissions));
        Assert.Contains($"INVITE over {version}", kamailio.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", SipConnectionFailure.WrongName)]
    [InlineData("authority", SipConnectionFailure.UnknownAuthority)]
    [InlineData("expired", SipConnectionFailure.CertificateExpired)]
    public async Task Certificate_OfKamailioThatIsNotRight_EndsTheCallWithTheReason(string fault, SipConnectionFailure expected)
    {
        await using var answerer = Answerer(new Phone { OnCall = call => call.Answer() });
        await using var caller = Caller();
        var certificate = fault switch
        {
            "name" => _authority.Issue("sip.other.test"),
            "authority" => _stranger.Issue(Host),
            _ => _authority.Issue(names => names.AddDnsName(Host), from: -3, until: -1),
        };
        await using var kamailio = await Start("TLSv1.2+", certificate, answerer);
        var owner = new RecordingOwner();
        Place(caller, Trunk(caller, kamailio, Tls()), owner, 1);

        var ended = await owner.Expect(SipCallNewsKind.Ended);
        Assert.Equal((SipCallEnd.ConnectionFailed, expected), (ended.End, ended.Connection));
        Assert.Equal((0, 1), (caller.ConnectionMeters.Opened, caller.ConnectionMeters.Failures[(int)expected]));
        Assert.Equal(0, answerer.Core.Context.Meters.Received);
    }

    [Theory]
    [InlineData("TLSv1.2+")]
    [InlineData("TLSv1.2")]
    public async Task Kamailio_ThatAsksForACertificate_RefusesWhoHasNone(string method)
    {
        await using var answerer = Answerer(new Phone { OnCall = call => call.Answer() });
        await using var caller = Caller();
        await using var kamailio = await Start(method, _authority.Issue(Host), answerer, examines: true);
        var owner = new RecordingOwner();
        Place(caller, Trunk(caller, kamailio, Tls()), owner, 1);

        var ended = await owner.Expect(SipCallNewsKind.Ended);
        Assert.Equal((SipCallEnd.ConnectionFailed, SipConnectionFailure.HandshakeRefused), (ended.End, ended.Connection));
    }

    [Fact]
    public async Task KeepAlive_IsAnsweredByKamailio()
    {
        var time = new JumpingTime();
        await using var answerer = Answerer(new Phone { OnCall = call => call.Answer() });
        await using var caller = Caller(time);
        await using var kamailio = await Kamailio.Start(SipTransport.Tcp, FreeUdpPort.TakeWithTcp(), "MD5", answerer.TcpEndPoint!);
        var trunk = caller.AddTrunk(
            new SipTrunkOptions
            {
                Name = "kamailio",
                Peer = kamailio.EndPoint,
                Transport = SipTransport.Tcp,
                KeepAlive = TimeSpan.FromSeconds(30),
            }
        );
        var owner = new RecordingOwner();
        Place(caller, trunk, owner, 1);
        Assert.Equal(407, (await owner.Expect(SipCallNewsKind.Ended)).StatusCode);
        time.Jump(TimeSpan.FromSeconds(31));

        await Eventually.Holds("kamailio answered", () => caller.ConnectionMeters.PongsReceived == 1, TimeSpan.FromSeconds(20));
        time.Jump(TimeSpan.FromSeconds(15));
        Place(caller, trunk, owner, 2);
        Assert.Equal(407, (await owner.Expect(SipCallNewsKind.Ended, tag: 2)).StatusCode);
        Assert.Equal(1, caller.ConnectionMeters.Opened);
    }

    private SipEndpoint Answerer(Phone phone, bool examines = false) =>
        SipEndpoint.Start(
            new SipEndpointOptions
            {
                IncomingCalls = phone,
                ListenTcp = new IPEndPoint(IPAddress.Loopback, 0),
                ListenTls = new SipTlsListenerOptions
                {
                    Certificate = _authority.Issue("phones.test"),
                    ClientAuthorities = examines ? _authority.Trust : null,
                },
            }.OnOwnPorts()
        );

    private SipEndpoint Caller(TimeProvider? time = null) =>
        SipEndpoint.Start(
            new SipEndpointOptions
            {
                ListenTcp = new IPEndPoint(IPAddress.Loopback, 0),
                ListenTls = new SipTlsListenerOptions { Certificate = _authority.Issue("us.test") },
            }.OnOwnPorts(),
            time
        );

    private SipTlsOptions Tls() => new() { HostName = Host, Authorities = _authority.Trust };

    private Task<Kamailio> Start(
        string method,
        X509Certificate2 certificate,
        SipEndpoint answerer,
        bool examines = false,
        string algorithm = "MD5"
    ) =>
        Kamailio.Start(
            SipTransport.Tls,
            FreeUdpPort.TakeWithTcp(),
            algorithm,
            answerer.TlsEndPoint!,
            new KamailioTls(method, certificate, _authority.Certificate, examines)
        );

    private static SipTrunk Trunk(SipEndpoint caller, Kamailio kamailio, SipTlsOptions? tls) =>
        caller.AddTrunk(
            new SipTrunkOptions
            {
                Name = "kamailio",
                Peer = kamailio.EndPoint,
                Transport = tls is null ? SipTransport.Tcp : SipTransport.Tls,
                Tls = tls,
                Credentials = new SipCredentials { UserName = "burgernet", Password = "secret" },
            }
        );

    private static void Place(SipEndpoint caller, SipTrunk trunk, RecordingOwner owner, long tag, double message = 0.2) =>
        caller.PlaceCall(
            new SipCallRequest
            {
                Trunk = trunk,
                To = "+31970100200",
                Message = Tone.Message(message),
                RingLimit = TimeSpan.FromSeconds(30),
                Tag = tag,
                Owner = owner,
            }
        );
}
