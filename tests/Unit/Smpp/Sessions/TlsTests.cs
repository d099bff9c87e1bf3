using System.Security.Cryptography.X509Certificates;
using Burgernet.Smpp.Session;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.Smpp.Sessions;

public sealed class TlsTests : IDisposable
{
    private readonly TestAuthority _authority = new();
    private readonly TestAuthority _other = new("Somebody else's");

    [Fact]
    public async Task Tls_WithTheRightNameAndAuthority_Carries()
    {
        await using var rig = await Start(_authority.Issue("smsc.test"), "smsc.test", _authority.Trust);
        Assert.Equal(SubmitOutcome.Accepted, (await rig.Submit()).Outcome);
        Assert.Equal(SubmitOutcome.Accepted, (await rig.Session.DeliverAsync(Rig.Sms())).Outcome);
    }

    [Fact]
    public async Task Tls_ForAnotherName_IsNotUsed() => await Fails(_authority.Issue("other.test"), SmppFailure.WrongName);

    [Fact]
    public async Task Tls_OfAnUnknownAuthority_IsNotUsed() => await Fails(_other.Issue("smsc.test"), SmppFailure.UnknownAuthority);

    [Fact]
    public async Task Tls_ThatHasExpired_IsNotUsed() =>
        await Fails(_authority.Issue(names => names.AddDnsName("smsc.test"), from: -10, until: -5), SmppFailure.CertificateExpired);

    [Fact]
    public async Task Tls_ThatAsksForOurCertificate_GetsIt()
    {
        await using var rig = await Start(
            _authority.Issue("smsc.test"),
            "smsc.test",
            _authority.Trust,
            clients: _other.Trust,
            client: _other.Issue("esme.test")
        );
        Assert.Equal(SubmitOutcome.Accepted, (await rig.Submit()).Outcome);
    }

    [Fact]
    public async Task Smsc_WithoutTls_IsNotSpokenToWhereItIsAskedFor()
    {
        await using var rig = await Rig.Start(
            options =>
                options with
                {
                    Tls = new SmppTlsOptions { HostName = "smsc.test", Authorities = _authority.Trust },
                },
            waits: false
        );
        await Rig.Eventually("it was refused", () => rig.Client.LastFailure is SmppFailure.HandshakeRefused);
        Assert.Empty(rig.Centre.Binds);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _other.Dispose();
    }

    private static Task<Rig> Start(
        X509Certificate2 certificate,
        string name,
        X509Certificate2Collection trust,
        X509Certificate2Collection? clients = null,
        X509Certificate2? client = null,
        bool waits = true
    ) =>
        Rig.Start(
            options =>
                options with
                {
                    Tls = new SmppTlsOptions
                    {
                        HostName = name,
                        Authorities = trust,
                        ClientCertificate = client,
                    },
                },
            options =>
                options with
                {
                    Tls = new SmppTlsListenerOptions { Certificate = certificate, ClientAuthorities = clients },
                },
            waits: waits
        );

    private async Task Fails(X509Certificate2 certificate, SmppFailure failure)
    {
        await using var rig = await Start(certificate, "smsc.test", _authority.Trust, waits: false);
        await Rig.Eventually($"it fails by {failure}", () => rig.Client.LastFailure == failure, () => $"{rig.Client.LastFailure}");
        Assert.Empty(rig.Centre.Binds);
    }
}
