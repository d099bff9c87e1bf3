using System.Text;
using Burgernet.Grains.Mail;
using Burgernet.Silo.Mail;
using Burgernet.Silo.Mail.Bounces;
using Burgernet.TestKit;
using Burgernet.Tests.Sealed;
using CsCheck;
using Microsoft.Extensions.Options;
using MimeKit;
using Xunit;

namespace Burgernet.Tests.Unit.Mail.Bounces;

/// <summary>Notifications in the shapes that postfix, Exchange, Gmail and others give them, written for these tests; the files lie beside it.</summary>
public sealed class BounceReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 9, 0, 5, TimeSpan.Zero);
    private static readonly BounceTokens Tokens = new(SealedPeople.Seal);
    private static readonly Guid Person = Guid.Parse("11111111-2222-3333-4444-555555555555");

    [Theory]
    [InlineData("postfix", BounceAction.Failed, "5.1.1")]
    [InlineData("postfix-delayed", BounceAction.Delayed, "4.4.1")]
    [InlineData("postfix-expired", BounceAction.Failed, "4.4.1")]
    [InlineData("exchange", BounceAction.Failed, "5.1.10")]
    [InlineData("gmail-full", BounceAction.Failed, "5.2.2")]
    [InlineData("general-code", BounceAction.Failed, "5.2.1")]
    [InlineData("delivered", BounceAction.Delivered, "2.0.0")]
    public async Task Notification_InTheShapeOf_SaysWhoAndWhy(string file, BounceAction action, string status)
    {
        var token = Tokens.Write(Person, "jan@example.org", Guid.NewGuid(), delivery: true);
        var bounce = Read(await Mail(file, token));
        Assert.Equal(
            (token, Person, true, action, status, Now),
            (bounce!.Token, bounce.Letter.ParticipantId, bounce.Letter.IsDelivery, bounce.Action, bounce.Status, bounce.At)
        );
    }

    [Theory]
    [InlineData("on-holiday")]
    [InlineData("relayed")]
    public async Task Mail_ThatIsNoBounce_IsNone(string file) =>
        Assert.Null(Read(await Mail(file, Tokens.Write(Person, "jan@example.org", Guid.NewGuid()))));

    [Fact]
    public async Task Notification_ToATokenThatSomebodyMadeUp_IsNone()
    {
        var token = Tokens.Write(Person, "jan@example.org", Guid.NewGuid());
        Assert.NotNull(Read(await Mail("postfix", token)));
        Assert.Null(Read(await Mail("postfix", $"{(token[0] == 'a' ? 'b' : 'a')}{token[1..]}")));
        Assert.Null(Read(await Mail("postfix", "abc")));
    }

    [Fact]
    public async Task Notification_WhereNoAddressIsConfigured_IsNone()
    {
        var mail = await Mail("postfix", Tokens.Write(Person, "jan@example.org", Guid.NewGuid()));
        Assert.Null(new BounceReader(Tokens, Options.Create(new MailOptions())).Read(mail, Now));
    }

    [Fact]
    public async Task Notification_CutOffOrScrambled_IsReadOrNotButNeverThrows()
    {
        var whole = await File.ReadAllBytesAsync(PathOf("exchange"), TestContext.Current.CancellationToken);
        Gen.Select(Gen.Int[0, whole.Length], Gen.Int[0, whole.Length - 1], Gen.Byte)
            .Sample(
                (length, at, value) =>
                {
                    var bytes = whole[..length];
                    if (at < length)
                    {
                        bytes[at] = value;
                    }

                    using var stream = new MemoryStream(bytes);
                    try
                    {
                        using var mail = MimeMessage.Load(stream);
                        _ = Read(mail);
                    }
                    catch (FormatException)
                    {
                        // MimeKit says that it is no mail.
                    }
                },
                iter: 500
            );
    }

    private static Bounce? Read(MimeMessage mail) =>
        new BounceReader(Tokens, Options.Create(new MailOptions { BounceAddress = "bounces@burgernet.example" })).Read(mail, Now);

    private static string PathOf(string file) => Path.Combine(RepositoryRoot.Path, "tests", "Unit", "Mail", "Bounces", $"{file}.eml");

    private static async Task<MimeMessage> Mail(string file, string token)
    {
        var text = await File.ReadAllTextAsync(PathOf(file), TestContext.Current.CancellationToken);
        text = text.Replace("TOKENUPPER", token.ToUpperInvariant(), StringComparison.Ordinal)
            .Replace("TOKEN", token, StringComparison.Ordinal);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await MimeMessage.LoadAsync(stream, TestContext.Current.CancellationToken);
    }
}
