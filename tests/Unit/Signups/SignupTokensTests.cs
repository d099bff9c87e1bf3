using Burgernet.Grains.Signups;
using Burgernet.Tests.Sealed;
using Xunit;

namespace Burgernet.Tests.Unit.Signups;

public sealed class SignupTokensTests
{
    private readonly SignupTokens _tokens = new(SealedPeople.Seal);

    [Fact]
    public void Token_ReadBack_HasTheHashThatIsStoredAndNoOther()
    {
        var made = Enumerable.Range(0, 100).Select(_ => _tokens.New()).ToArray();
        Assert.Equal(100, made.Select(token => token.Hash).Distinct().Count());
        Assert.All(made, token => Assert.Equal(token.Hash, _tokens.Read(token.Text)));
        Assert.All(made, token => Assert.Matches("^[A-Za-z0-9_-]{43}$", token.Text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA A")]
    public void Token_ThatIsNone_IsNotRead(string? text) => Assert.Null(_tokens.Read(text));

    [Fact]
    public void Code_OfSomebody_IsTheirsOnly()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        var (code, hash) = _tokens.NewCode(one);
        Assert.Matches("^[0-9]{6}$", code);
        Assert.Equal(hash, _tokens.ReadCode(one, $" {code[..3]} {code[3..]} "));
        Assert.NotEqual(hash, _tokens.ReadCode(other, code));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345x")]
    [InlineData("١٢٣٤٥٦")]
    public void Code_ThatIsNone_IsNotRead(string? text) => Assert.Null(_tokens.ReadCode(Guid.NewGuid(), text));
}
