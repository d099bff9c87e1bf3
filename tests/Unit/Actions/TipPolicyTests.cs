using Burgernet.Grains.Actions;
using Xunit;

namespace Burgernet.Tests.Unit.Actions;

public sealed class TipPolicyTests
{
    [Theory]
    [InlineData("099 1000042", "+31991000042")]
    [InlineData("+31 99 1000-042", "+31991000042")]
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
    [InlineData("0991000042 0991000042 0991000042 0991000042")]
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
        var content = new TipContent("Bij de molen", "+31991000042");
        Assert.Equal("""{"Text":"Bij de molen","Phone":"\u002B31991000042"}"""u8.ToArray(), content.ToBytes());
        Assert.Equal(content, TipContent.Read(content.ToBytes()));
        Assert.Equal("(tip)", content.ToString());
    }
}
