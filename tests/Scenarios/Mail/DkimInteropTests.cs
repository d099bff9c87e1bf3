using System.Security.Cryptography;
using System.Text;
using Burgernet.Grains.Mail;
using Burgernet.Mail;
using Burgernet.Participants;
using Burgernet.Silo.Mail;
using Burgernet.Silo.Mail.Dkim;
using Burgernet.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Burgernet.Tests.Scenarios.Mail;

/// <summary>Signed mail, over SMTP to a relay that we did not write, looked at by a verifier that we did not write.</summary>
public sealed class DkimInteropTests
{
    private const string Domain = "burgernet.example";

    [Fact]
    public async Task Mail_SignedAndHandedOver_IsVerifiedBySomebodyElse()
    {
        using var folder = new TemporaryFolder();
        using var key = RSA.Create(2048);
        var file = Path.Combine(folder.Path, "2026a.pem");
        await File.WriteAllTextAsync(file, key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead);
        }

        await using var peer = await SmtpPeer.Start();
        var options = new MailOptions
        {
            Host = "127.0.0.1",
            Port = peer.Port,
            Security = MailOptions.Plain,
            From = $"noreply@{Domain}",
            BounceAddress = $"bounces@{Domain}",
        };
        options.Dkim.Keys.Add(new DkimKeyOptions { Selector = "2026a", File = file });
        var token = new string('a', BounceTokens.Length);
        var mail = new MailLetter(
            Guid.NewGuid(),
            new PersonalText("jan@example.org"),
            "Lisa is gevonden – één  bericht met een onderwerp dat zo lang is dat het over meer dan één regel gevouwen wordt",
            new PersonalText("Dat kan één keer.  \n.\n..\nFrom hier\n\n\n"),
            new PersonalText("<p>Dat kan één keer.</p>"),
            new PersonalText("https://burgernet.example/signups/unsubscribe/mail?token=abc"),
            new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero)
        )
        {
            List = MailList.All,
            BounceToken = token,
        };
        await using (
            var session = await SmtpPeer.To(options, NullLogger<SmtpMailPort>.Instance).Open(TestContext.Current.CancellationToken)
        )
        {
            Assert.Equal(MailOutcome.Accepted, await session!.Send(mail, TestContext.Current.CancellationToken));
        }

        var arrived = await peer.Mail();
        Assert.Equal($"bounces+{token}@{Domain}", arrived.GetProperty("from").GetString());
        var raw = arrived.GetProperty("raw").GetString()!;
        Assert.True(await Verify(raw, key));
        Assert.False(await Verify(raw.Replace("abc>", "abd>", StringComparison.Ordinal), key));
        Assert.False(await Verify($"From: evil@example.org\r\n{raw}", key));
        using var other = RSA.Create(2048);
        Assert.False(await Verify(raw, other));
    }

    private static Task<bool> Verify(string raw, RSA key) =>
        DkimPeer.Verify(Encoding.UTF8.GetBytes(raw), "2026a", Domain, key, TestContext.Current.CancellationToken);
}
