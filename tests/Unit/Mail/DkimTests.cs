using System.Security.Cryptography;
using Burgernet.Grains.Mail;
using Burgernet.Participants;
using Burgernet.Silo.Mail;
using Burgernet.Silo.Mail.Dkim;
using Burgernet.TestKit;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;
using Xunit;

namespace Burgernet.Tests.Unit.Mail;

/// <summary>Signatures of mails, by MimeKit's own verifier; another one, which is none of ours nor MimeKit's, looks at them in the scenarios.</summary>
public sealed class DkimTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Now);
    private readonly Dictionary<string, RSA> _keys = new(StringComparer.Ordinal);

    public void Dispose()
    {
        _folder.Dispose();
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }
    }

    [Fact]
    public async Task Mail_Signed_IsVerifiedAndCoversWhatUnsubscribes()
    {
        using var message = Compose(Options(Key("2026a")));
        var read = await AsReceived(message);

        var signature = string.Concat(read.Headers[HeaderId.DkimSignature]!.Where(letter => !char.IsWhiteSpace(letter)));
        Assert.Contains("a=rsa-sha256;d=burgernet.example;s=2026a;c=relaxed/relaxed;", signature, StringComparison.Ordinal);
        Assert.Contains(
            ":list-unsubscribe:list-unsubscribe:list-unsubscribe-post:list-unsubscribe-post",
            signature,
            StringComparison.Ordinal
        );
        Assert.True(Verify(read));
    }

    [Theory]
    [InlineData("subject")]
    [InlineData("unsubscribe")]
    [InlineData("second from")]
    [InlineData("body")]
    public async Task Mail_ChangedOnTheWay_IsNotVerified(string what)
    {
        using var message = Compose(Options(Key("2026a")));
        var read = await AsReceived(message);
        switch (what)
        {
            case "subject":
                read.Headers[HeaderId.Subject] = "Iets anders";
                break;
            case "unsubscribe":
                read.Headers[HeaderId.ListUnsubscribe] = "<https://evil.example/>";
                break;
            case "second from":
                read.Headers.Insert(0, new Header(HeaderId.From, "evil@example.org"));
                break;
            default:
                ((TextPart)((Multipart)read.Body!)[0]).Text = "Iets anders";
                break;
        }

        Assert.False(Verify(read));
    }

    [Fact]
    public void Keys_OneAfterTheOther_SignWhenTheirTimeHasCome()
    {
        var options = Options(Key("2026a"), Key("2026b", Now.AddDays(2)));
        var keys = new DkimKeys(Microsoft.Extensions.Options.Options.Create(options), _time);
        Assert.Equal("2026a", Sign(keys));
        _time.Advance(TimeSpan.FromDays(2));
        Assert.Equal("2026b", Sign(keys));
    }

    [Fact]
    public void Keys_None_SignNothing()
    {
        using var message = Compose(Options());
        Assert.False(message.Headers.Contains(HeaderId.DkimSignature));
    }

    [Theory]
    [InlineData(1024, true, "RSA key of 1024 bits")]
    [InlineData(2048, false, "chmod 600")]
    [InlineData(0, true, "cannot be read as a private RSA key")]
    public void Key_ThatCannotBeUsed_SaysWhy(int bits, bool closed, string reason)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var file = Path.Combine(_folder.Path, "key.pem");
        using (var rsa = RSA.Create(bits == 0 ? 2048 : bits))
        {
            File.WriteAllText(file, bits == 0 ? rsa.ExportRSAPublicKeyPem() : rsa.ExportPkcs8PrivateKeyPem());
        }

        File.SetUnixFileMode(file, closed ? UnixFileMode.UserRead : UnixFileMode.UserRead | UnixFileMode.OtherRead);
        var options = Options(new DkimKeyOptions { Selector = "x", File = file });
        var refused = Assert.Throws<OptionsValidationException>(() =>
            new DkimKeys(Microsoft.Extensions.Options.Options.Create(options), _time)
        );
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    private static MailLetter Letter() =>
        new(
            Guid.NewGuid(),
            new PersonalText("jan@example.org"),
            "Lisa is gevonden – één  bericht met een onderwerp dat zo lang is dat het over meer dan één regel gevouwen wordt",
            new PersonalText("Dat kan één keer.  \n.\n\n\n"),
            new PersonalText("<p>Dat kan één keer.</p>"),
            new PersonalText("https://burgernet.example/signups/unsubscribe/mail?token=abc"),
            Now
        );

    private static async Task<MimeMessage> AsReceived(MimeMessage message)
    {
        using var bytes = new MemoryStream();
        await message.WriteToAsync(bytes, TestContext.Current.CancellationToken);
        bytes.Position = 0;
        return await MimeMessage.LoadAsync(bytes, TestContext.Current.CancellationToken);
    }

    private static string? Sign(DkimKeys keys)
    {
        using var message = new MimeMessage { Body = new TextPart("plain") { Text = "x" } };
        message.From.Add(new MailboxAddress("", "noreply@burgernet.example"));
        return keys.Sign(message);
    }

    private MimeMessage Compose(MailOptions options)
    {
        var wrapped = Microsoft.Extensions.Options.Options.Create(options);
        return new MailComposer(wrapped, new DkimKeys(wrapped, _time)).Compose(Letter());
    }

    private bool Verify(MimeMessage message) =>
        new DkimVerifier(new Locator(_keys)).Verify(message, message.Headers[message.Headers.IndexOf(HeaderId.DkimSignature)]);

    private DkimKeyOptions Key(string selector, DateTimeOffset? from = null)
    {
        var rsa = RSA.Create(2048);
        _keys.Add(selector, rsa);
        var file = Path.Combine(_folder.Path, $"{selector}.pem");
        File.WriteAllText(file, rsa.ExportPkcs8PrivateKeyPem());
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead);
        }

        return new DkimKeyOptions
        {
            Selector = selector,
            File = file,
            SignsFrom = from,
        };
    }

    private static MailOptions Options(params DkimKeyOptions[] keys)
    {
        var options = new MailOptions { From = "noreply@burgernet.example" };
        foreach (var key in keys)
        {
            options.Dkim.Keys.Add(key);
        }

        return options;
    }

    private sealed class Locator(Dictionary<string, RSA> keys) : IDkimPublicKeyLocator
    {
        public AsymmetricKeyParameter LocatePublicKey(
            string methods,
            string domain,
            string selector,
            CancellationToken cancellationToken = default
        ) => DotNetUtilities.GetRsaPublicKey(keys[selector]);

        public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(
            string methods,
            string domain,
            string selector,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }
}
