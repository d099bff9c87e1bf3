using Burgernet.Practice;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.Practice;

/// <summary>Phones that call back.</summary>
public sealed class PracticeCallBacksTests
{
    [Fact]
    public void CallBacks_ThatCannotBe_SayWhy()
    {
        Assert.Empty(new PracticeCallBacks { Share = 1, ControlRooms = ["+31990000009"] }.Problems());
        Assert.Equal(
            3,
            new PracticeCallBacks
            {
                Share = 1.1,
                StaysFor = TimeSpan.Zero,
                ControlRooms = ["+31570123456"],
            }
                .Problems()
                .Count()
        );
    }

    [Fact]
    public async Task CallBack_OfANumberThatCalledNobody_IsNotMade()
    {
        var (first, last) = MediaPorts.Next();
        await using var carrier = PracticeCarrier.Start(
            new PracticeCarrierOptions
            {
                Channels = 2,
                FirstMediaPort = first,
                LastMediaPort = last,
            }
        );
        Assert.False(carrier.CallBack("+31990000001", "+31990000002"));
        Assert.Throws<ArgumentException>(() => carrier.CallBack("+31612345678", "+31990000002"));
        Assert.Equal(0, carrier.Totals.CalledBack);
    }
}
