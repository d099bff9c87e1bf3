using System.ComponentModel.DataAnnotations;
using System.Net;
using Burgernet.Grains.Dialing;
using Burgernet.Silo.Gateways;
using Burgernet.Sip;
using Burgernet.Sip.Media;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

/// <summary>Transport, names and certificates of the carrier: what is refused and why, and what the rest comes to.</summary>
public sealed class TrunkOptionsTests : IDisposable
{
    private readonly TestAuthority _authority = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Defaults_AreUdpOnLoopback()
    {
        var options = new TrunkOptions();

        Assert.Empty(Faults(options));
        Assert.Equal("127.0.0.1:0", options.Listen);
        var trunk = Trunk(options);
        Assert.Equal(
            (SipTransport.Udp, (SipTlsOptions?)null, 1, TimeSpan.Zero),
            (trunk.Transport, trunk.Tls, trunk.Connections, trunk.KeepAlive)
        );
        var endpoint = options.ToEndpoint(new CarrierOptions { Channels = 60, CallsPerSecond = 40 });
        Assert.Null(endpoint.ListenTcp);
        Assert.Null(endpoint.ListenTls);
        Assert.Equal((100, 0, MediaPriority.Raised), (endpoint.MaxCalls, endpoint.MediaThreads, endpoint.MediaPriority));
    }

    [Theory]
    [InlineData("Normal", MediaPriority.Normal)]
    [InlineData("raised", MediaPriority.Raised)]
    [InlineData("REALTIME", MediaPriority.RealTime)]
    public void MediaThreads_AndTheirPriority_ReachTheEndpoint(string name, MediaPriority expected)
    {
        var options = new TrunkOptions { MediaThreads = 3, MediaPriority = name };

        Assert.Empty(Faults(options));
        var endpoint = options.ToEndpoint(new CarrierOptions());
        Assert.Equal((3, expected), (endpoint.MediaThreads, endpoint.MediaPriority));
    }

    [Theory]
    [InlineData(-1, "raised", 20_000, "MediaThreads")]
    [InlineData(65, "raised", 20_000, "MediaThreads")]
    [InlineData(0, "urgent", 20_000, "'urgent' is not a priority: normal, raised or realtime")]
    [InlineData(0, "2", 20_000, "'2' is not a priority: normal, raised or realtime")]
    [InlineData(0, "raised", 31_999, "the last is to be above the first")]
    public void Media_ThatCannotBe_IsRefused(int threads, string priority, int firstPort, string reason)
    {
        var options = new TrunkOptions
        {
            MediaThreads = threads,
            MediaPriority = priority,
            FirstMediaPort = firstPort,
        };
        var faults = new List<ValidationResult>();

        Assert.False(Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true));

        Assert.Contains(reason, Assert.Single(faults).ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sctp", "'sctp' is not a transport: udp, tcp or tls")]
    [InlineData("", "'' is not a transport: udp, tcp or tls")]
    public void Transport_ThatIsNone_IsRefused(string transport, string reason) =>
        Assert.Equal(reason, Faults(Carrier(options => options.Transport = transport))[0]);

    [Fact]
    public void PracticeCarrier_OverTcp_IsRefused() =>
        Assert.Contains("speaks UDP", Assert.Single(Faults(new TrunkOptions { Transport = "tcp" })), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "HostName is needed")]
    [InlineData(" ", "HostName is needed")]
    [InlineData("no host", "is not the name of a host")]
    public void Tls_WithoutANameToExpect_IsRefused(string? host, string reason) =>
        Assert.Contains(Faults(Tls(options => options.HostName = host)), fault => fault.Contains(reason, StringComparison.Ordinal));

    [Fact]
    public void Tls_WithFilesThatCannotBeUsed_IsRefusedNamingThem()
    {
        var empty = Path.Combine(_folder.Path, "empty.pem");
        File.WriteAllText(empty, "nothing");
        var bare = Path.Combine(_folder.Path, "bare.pem");
        File.WriteAllText(bare, _authority.Certificate.ExportCertificatePem());

        Assert.Contains(
            "'/nowhere.pem' cannot be used: ",
            Assert.Single(Faults(Tls(options => options.AuthorityFiles = ["/nowhere.pem"]))),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "holds no certificate",
            Assert.Single(Faults(Tls(options => options.AuthorityFiles = [empty]))),
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"'{bare}' cannot be used: ",
            Assert.Single(Faults(Tls(options => options.CertificateFile = bare))),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "CertificateFile, which is missing",
            Assert.Single(Faults(Tls(options => options.KeyFile = bare))),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("tcp")]
    [InlineData("udp")]
    public void TlsSettings_WithoutTls_AreRefused(string transport)
    {
        var faults = Faults(
            Carrier(options =>
            {
                options.Transport = transport;
                options.AuthorityFiles = ["ca.pem"];
                options.Sips = true;
            })
        );

        Assert.Equal(2, faults.Count);
        Assert.All(faults, fault => Assert.Contains("in the clear", fault, StringComparison.Ordinal));
    }

    [Fact]
    public void ConnectionSettings_OfUdpOrOutOfRange_AreRefused()
    {
        Assert.Single(Faults(Carrier(options => options.Connections = 2)));
        Assert.Single(Faults(Carrier(options => (options.Transport, options.KeepAlive) = ("tcp", TimeSpan.FromSeconds(3)))));
        Assert.Empty(Faults(Carrier(options => (options.Transport, options.KeepAlive) = ("TCP", TimeSpan.FromSeconds(30)))));
    }

    [Fact]
    public void Tcp_ListensWhereItSendsFrom()
    {
        var options = Carrier(options => (options.Transport, options.Listen) = ("tcp", "127.0.0.1:5066"));

        Assert.Equal(IPEndPoint.Parse("127.0.0.1:5066"), TrunkTransport.AddListeners(new SipEndpointOptions(), options).ListenTcp);
        Assert.Equal(SipTransport.Tcp, Trunk(options).Transport);
    }

    [Fact]
    public void Tls_WithItsFiles_ExpectsTheNameAndListensWithTheCertificate()
    {
        using var identity = _authority.Issue("us.test");
        var authority = TestAuthority.Write(_authority.Certificate, _folder, "ca.pem");
        var options = Tls(options =>
        {
            options.AuthorityFiles = [authority];
            options.CertificateFile = TestAuthority.Write(identity, _folder, "us.pem");
            options.AllowWildcards = true;
        });

        Assert.Empty(Faults(options));
        var trunk = Trunk(options);
        Assert.Equal(("sip.carrier.test", "sip.carrier.test", true), (trunk.Domain, trunk.Tls!.HostName, trunk.Tls.AllowsWildcards));
        Assert.Equal(_authority.Certificate.Thumbprint, Assert.Single(trunk.Tls.Authorities!).Thumbprint);
        Assert.Equal(identity.Thumbprint, trunk.Tls.ClientCertificate!.Thumbprint);
        var listener = TrunkTransport.AddListeners(new SipEndpointOptions(), options).ListenTls!;
        Assert.Equal((identity.Thumbprint, true), (listener.Certificate.Thumbprint, listener.Certificate.HasPrivateKey));
        Assert.Single(listener.ClientAuthorities!);
    }

    [Fact]
    public void Tls_WithoutACertificate_DoesNotListen() =>
        Assert.Null(TrunkTransport.AddListeners(new SipEndpointOptions(), Tls(_ => { })).ListenTls);

    private static TrunkOptions Carrier(Action<TrunkOptions> change)
    {
        var options = new TrunkOptions { Peer = "127.0.0.1:5070" };
        change(options);
        return options;
    }

    private static TrunkOptions Tls(Action<TrunkOptions> change) =>
        Carrier(options =>
        {
            (options.Transport, options.HostName) = ("tls", "sip.carrier.test");
            change(options);
        });

    private static SipTrunkOptions Trunk(TrunkOptions options) => options.ToTrunk(new CarrierOptions(), IPEndPoint.Parse("127.0.0.1:5070"));

    private static List<string> Faults(TrunkOptions options) =>
        [.. options.Validate(new ValidationContext(options)).Select(result => result.ErrorMessage!)];
}
