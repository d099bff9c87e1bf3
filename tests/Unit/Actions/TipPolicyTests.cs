using Burgernet.Grains.Actions;
using Xunit;

namespace Burgernet.Tests.Unit.Actions;

public sealed class TipPolicyTests
{
    [Theory]
    [InlineData("06 12345678", "+31612345678")]
    [InlineData("+31 6 1234-5678", "+31612345678")]
    [InlineData("0570 123456", "+31570123456")]
    [InlineData("+49 151 23456789", "+4915123456789")]
    public void TryPhone_ANumber_IsInE164(string text, string e164)
    {
        Assert.True(TipPolicy.TryPhone(text, out var phone));
        Assert.Equal(e164, phone);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("unknown")]
    [InlineData("0612345678 0612345678 0612345678 0612345678")]
    public void TryPhone_NoNumber_IsRefused(string text) => Assert.False(TipPolicy.TryPhone(text, out _));

    [Fact]
    public void TryPhone_NoneGiven_IsNone()
    {
        Assert.True(TipPolicy.TryPhone(null, out var phone));
        Assert.Null(phone);
    }

    [Fact]
    public void Content_Sealed_IsStoredLikeThisAndNeverPrinted()
    {
        var content = new TipContent("Bij de molen", "+31612345678");
        Assert.Equal("""{"Text":"Bij de molen","Phone":"\u002B31612345678"}"""u8.ToArray(), content.ToBytes());
        Assert.Equal(content, TipContent.Read(content.ToBytes()));
        Assert.Equal("(tip)", content.ToString());
    }
}
