using Burgernet.Grains.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class LeasePaceTests
{
    [Theory]
    [InlineData(0, 0, null, true, "just begun, and has no share yet")]
    [InlineData(2_999, 0, 0, true, "its share may still come")]
    [InlineData(2_999, 0, 20, true, "the rest of its share may still come")]
    [InlineData(3_000, 0, 0, false, "there are fewer lines than dialers")]
    [InlineData(3_000, 0, null, false, "the carrier does not answer")]
    [InlineData(60_000, 20, 20, false, "uses all that it has")]
    [InlineData(60_000, 21, 20, true, "somebody waits for what it began in the last second")]
    public void After_WhileSharesMove_IsShort(int wokenMilliseconds, int starts, int? share, bool moves, string why)
    {
        var after = LeasePace.After(TimeSpan.FromMilliseconds(wokenMilliseconds), starts, share);
        Assert.True((after == LeasePace.Moving) == moves, why);
    }

    [Fact]
    public void Paces_AgainstALease_AreShort()
    {
        Assert.True(LeasePace.Steady * 5 <= CarrierGrain.LeaseTime);
        Assert.True(LeasePace.Moving < LeasePace.Steady);
        Assert.True(LeasePace.Settling > LeaseBook.StartCounts + LeasePace.Steady);
    }
}
