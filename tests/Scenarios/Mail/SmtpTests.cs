using System.Net;
using System.Net.Sockets;
using Burgernet.Grains.Mail;
using Burgernet.Participants;
using Burgernet.Silo.Mail;
using Burgernet.TestKit;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Burgernet.Tests.Scenarios.Mail;

/// <summary>Mail over SMTP to a relay that we did not write, and to some that are none.</summary>
public sealed class SmtpTests : IDisposable
{
    private const string Password = "zeer-geheim";

    private readonly LogBook _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task Mail_HandedOver_ArrivesAsItWas()
    {
        await using var peer = await SmtpPeer.Start();
        var mail = Mail("jan@example.org");
        Assert.Equal(MailOutcome.Accepted, await Send(Options(peer.Port), mail));

        var raw = (await peer.Mail()).GetProperty("raw").GetString()!;
        Assert.Contains($"Message-Id: <{mail.Id:N}@burgernet.example>", raw, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("From: Burgernet <noreply@burgernet.example>", raw, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", raw, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", raw, StringComparison.Ordinal);
        Assert.Contains("<https://burgernet.example/signups/leave?token=abc>", raw, StringComparison.Ordinal);
        Assert.Contains("Date: Wed, 25 Nov 2026 12:00:00 +0000", raw, StringComparison.Ordinal);
        Assert.Contains("multipart/alternative", raw, StringComparison.Ordinal);
        Assert.Contains("Content-Type: text/html; charset=utf-8", raw, StringComparison.Ordinal);
        Assert.Contains("Dat kan één keer.", raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("later@example.org", MailOutcome.NotNow)]
    [InlineData("nobody@example.org", MailOutcome.NoSuchAddress)]
    [InlineData("full@example.org", MailOutcome.NotNow)]
    public async Task Mail_Refused_SaysHowAndTheNextOneGoesOn(string address, MailOutcome outcome)
    {
        await using var peer = await SmtpPeer.Start();
        await using var session = await Open(Options(peer.Port));
        Assert.Equal(outcome, await session!.Send(Mail(address), TestContext.Current.CancellationToken));
        Assert.Equal(MailOutcome.Accepted, await session.Send(Mail("jan@example.org"), TestContext.Current.CancellationToken));
        Assert.DoesNotContain("example.org", _log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hang@example.org")]
    [InlineData("drop@example.org")]
    public async Task Mail_WithoutAnAnswer_IsNotKnownToHaveArrived(string address)
    {
        await using var peer = await SmtpPeer.Start();
        var options = Options(peer.Port);
        await using var session = await Open(options);
        options.Timeout = address.StartsWith("hang", StringComparison.Ordinal) ? TimeSpan.FromMilliseconds(300) : options.Timeout;
        Assert.Equal(MailOutcome.Lost, await session!.Send(Mail(address), TestContext.Current.CancellationToken));
        Assert.DoesNotContain("example.org", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Relay_GoneAndBack_IsUsedAgain()
    {
        int port;
        await using (var peer = await SmtpPeer.Start())
        {
            port = peer.Port;
        }

        Assert.Null(await Open(Options(port)));
        Assert.Contains("ConnectionRefused", _log.Text, StringComparison.Ordinal);
        await using var back = await SmtpPeer.Start(port);
        Assert.Equal(MailOutcome.Accepted, await Send(Options(port), Mail("jan@example.org")));
    }

    [Fact]
    public async Task Relay_HalfOpen_CostsOneTimeout()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var options = Options(((IPEndPoint)listener.LocalEndpoint).Port);
        options.Timeout = TimeSpan.FromMilliseconds(300);
        Assert.Null(await Open(options));
        Assert.Contains("it did not answer in time", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Relay_WithTlsAndPassword_IsUsedWhenItsCertificateIsGood()
    {
        using var folder = new TemporaryFolder();
        using var authority = new TestAuthority();
        using var certificate = authority.Issue("localhost");
        var pem = TestAuthority.Write(certificate, folder, "relay.pem");
        var trusted = Path.Combine(folder.Path, "authority.pem");
        await File.WriteAllTextAsync(trusted, authority.Certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await using var peer = await SmtpPeer.Start(pem: pem, login: $"burgernet:{Password}");

        Assert.Equal(MailOutcome.Accepted, await Send(Login(peer.Port, trusted), Mail("jan@example.org")));
        var mail = await peer.Mail();
        Assert.Equal((true, "burgernet"), (mail.GetProperty("secure").GetBoolean(), mail.GetProperty("user").GetString()));

        // Not trusted, not for this name, not the password.
        Assert.Null(await Open(Login(peer.Port, authority: null)));
        var named = Login(peer.Port, trusted);
        named.Host = "127.0.0.1";
        Assert.Null(await Open(named));
        var wrong = Login(peer.Port, trusted);
        wrong.Password = "ander-geheim";
        Assert.Null(await Open(wrong));
        Assert.Contains("no TLS that can be trusted", _log.Text, StringComparison.Ordinal);
        Assert.Contains("it refuses user and password", _log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Relay_WithoutTls_IsNotUsedWhereItIsAskedFor()
    {
        await using var peer = await SmtpPeer.Start();
        var options = Options(peer.Port);
        options.Security = MailOptions.StartTls;
        Assert.Null(await Open(options));
        Assert.Contains("it does not offer STARTTLS", _log.Text, StringComparison.Ordinal);
        Assert.Empty(peer.Mails);
    }

    private static MailOptions Options(int port) =>
        new()
        {
            Host = "127.0.0.1",
            Port = port,
            Security = MailOptions.Plain,
            From = "noreply@burgernet.example",
        };

    private static MailOptions Login(int port, string? authority)
    {
        var options = new MailOptions
        {
            Host = "localhost",
            Port = port,
            From = "noreply@burgernet.example",
            User = "burgernet",
            Password = Password,
        };
        if (authority is not null)
        {
            options.AuthorityFiles.Add(authority);
        }

        return options;
    }

    private static MailLetter Mail(string to) =>
        new(
            Guid.NewGuid(),
            new PersonalText(to),
            "Bevestig",
            new PersonalText("Dat kan één keer."),
            new PersonalText("<p>Dat kan één keer.</p>"),
            new PersonalText("https://burgernet.example/signups/leave?token=abc"),
            new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero)
        );

    private async Task<MailOutcome> Send(MailOptions options, MailLetter mail)
    {
        await using var session = await Open(options);
        Assert.NotNull(session);
        return await session.Send(mail, TestContext.Current.CancellationToken);
    }

    private Task<IMailSession?> Open(MailOptions options)
    {
        var factory = LoggerFactory.Create(logging => logging.AddProvider(_log));
        return SmtpPeer.To(options, factory.CreateLogger<SmtpMailPort>()).Open(TestContext.Current.CancellationToken);
    }
}
