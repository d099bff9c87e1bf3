using Burgernet.Grains.Mail;
using Burgernet.Grains.Signups;
using Burgernet.Mail;
using Burgernet.Tests.Sealed;
using CsCheck;
using Microsoft.Extensions.Options;
using Xunit;

namespace Burgernet.Tests.Unit.Mail;

/// <summary>Tokens in links and in senders of envelopes: only ours are read, and they show nothing.</summary>
public sealed class MailTokenTests
{
    private static readonly UnsubscribeTokens Unsubscribe = new(SealedPeople.Seal, Options.Create(new SignupOptions()));
    private static readonly BounceTokens Bounces = new(SealedPeople.Seal);

    [Fact]
    public void Unsubscribe_TokenOfSomebody_IsReadForItsListOnly() =>
        Gen.Guid.Sample(id =>
        {
            var token = Unsubscribe.Write(MailList.Articles, id);
            Assert.Equal(token, Unsubscribe.Write(MailList.Articles, id));
            Assert.Equal(id, Unsubscribe.Read(MailList.Articles, token));
            Assert.Null(Unsubscribe.Read(MailList.All, token));
            Assert.DoesNotContain(Uri.EscapeDataString(token), character => character == '%');
        });

    [Fact]
    public void Unsubscribe_TokenWithOneBitChanged_IsNone() =>
        Gen.Select(Gen.Guid, Gen.Int[0, 34], Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"])
            .Sample(
                (id, at, other) =>
                {
                    var token = Unsubscribe.Write(MailList.All, id);
                    var changed = string.Concat(token.AsSpan(0, at), [other], token.AsSpan(at + 1));
                    Assert.Equal(changed == token, Unsubscribe.Read(MailList.All, changed) is not null);
                }
            );

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("ééééééééééééééééééééééééééééééééééé")]
    public void Unsubscribe_WhatIsNoToken_IsNone(string? text) => Assert.Null(Unsubscribe.Read(MailList.All, text));

    [Fact]
    public void Unsubscribe_TokenOfOtherKeys_IsNone()
    {
        var other = new UnsubscribeTokens(
            new(new Burgernet.Grains.Participants.RegisterKeys([new("other", new byte[32])], [.. Enumerable.Repeat((byte)7, 32)])),
            Options.Create(new SignupOptions())
        );
        Assert.Null(Unsubscribe.Read(MailList.All, other.Write(MailList.All, Guid.NewGuid())));
    }

    [Fact]
    public void Bounce_TokenOfALetter_SaysWhoAndWhichAddressInAnyCase() =>
        Gen.Select(Gen.Guid, Gen.Guid)
            .Sample(
                (person, letter) =>
                {
                    var token = Bounces.Write(person, "jan@example.org", letter);
                    Assert.Equal(BounceTokens.Length, token.Length);
                    Assert.All(token, character => Assert.True(char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character)));
                    var read = Bounces.Read(token.ToUpperInvariant());
                    Assert.Equal(person, read?.ParticipantId);
                    Assert.True(BounceTokens.WentTo(read!.Value, SealedPeople.Seal.Email("Jan@example.org").Hash));
                    Assert.False(BounceTokens.WentTo(read.Value, SealedPeople.Seal.Email("piet@example.org").Hash));
                }
            );

    [Fact]
    public void Bounce_TokensOfTwoLetters_AreTwo()
    {
        var person = Guid.NewGuid();
        Assert.NotEqual(
            Bounces.Write(person, "jan@example.org", Guid.NewGuid()),
            Bounces.Write(person, "jan@example.org", Guid.NewGuid()),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void Bounce_TokenThatSomebodyMadeUp_IsNone() =>
        Gen.Char["abcdefghijklmnopqrstuvwxyz234567"]
            .Array[BounceTokens.Length]
            .Sample(characters => Assert.Null(Bounces.Read(new string(characters))));

    [Fact]
    public void Base32_OfBytes_IsReadBack() =>
        Gen.Byte.Array[0, 40].Sample(bytes => Assert.Equal(bytes, Base32.Read(Base32.Write(bytes)) ?? []));

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "my")]
    [InlineData("fo", "mzxq")]
    [InlineData("foobar", "mzxw6ytboi")]
    public void Base32_OfTheRfc_IsTheSame(string text, string encoded) =>
        Assert.Equal(encoded, Base32.Write(System.Text.Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData("m1")]
    [InlineData("mz")]
    [InlineData("é")]
    public void Base32_ThatIsNone_IsNotRead(string text) => Assert.Null(Base32.Read(text));
}
