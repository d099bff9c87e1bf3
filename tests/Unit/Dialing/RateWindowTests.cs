using Burgernet.Grains.Dialing;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class RateWindowTests
{
    private const long Second = 1_000_000;

    [Fact]
    public void Available_WindowFull_OpensWhenTheFirstStartIsASecondAndTheMarginAgo()
    {
        var window = new RateWindow(Second);
        var wait = Second + (long)(RateWindow.Margin.TotalSeconds * Second);
        window.Start(0);
        window.Start(200_000);
        Assert.Equal(0, window.Available(wait - 1, 2));
        Assert.Equal(1, window.Available(wait, 2));
        window.Start(wait);
        Assert.Equal(0, window.Available(wait + 200_000 - 1, 2));
        Assert.Equal(1, window.Available(wait + 200_000, 2));
    }

    [Theory]
    [InlineData(50, 5)]
    [InlineData(41, 5)]
    [InlineData(2, 1)]
    public void Available_AtOnce_IsATenthOfTheLimit(int limit, int expected)
    {
        var window = new RateWindow(Second);
        Assert.Equal(expected, window.Available(0, limit));
        for (var i = 0; i < expected; i++)
        {
            window.Start(0);
        }

        Assert.Equal(0, window.Available((Second / 10) - 1, limit));
        Assert.Equal(Math.Min(expected, limit - expected), window.Available(Second / 10, limit));
    }

    [Fact]
    public void Left_BurstOfATenth_IsTheRestOfTheSecond()
    {
        var window = new RateWindow(Second);
        for (var i = 0; i < 5; i++)
        {
            window.Start(0);
        }

        Assert.Equal(0, window.Available(0, 50));
        Assert.Equal(45, window.Left(0, 50));
        Assert.Equal(0, window.Left(0, 3));
        Assert.Equal(50, window.Left(Second * 2, 50));
    }

    [Fact]
    public void Available_LimitLowered_IsNeverNegative()
    {
        var window = new RateWindow(Second);
        window.Start(0);
        window.Start(0);
        Assert.Equal(0, window.Available(1, 1));
    }

    [Fact]
    public void Start_AnyTimes_NeverMoreThanTheLimitInAnyWindowOfASecond() =>
        Gen.Select(Gen.Int[1, 8], Gen.Select(Gen.Int[0, 700_000], Gen.Int[0, 10]).Array[1, 100])
            .Sample(
                (limit, steps) =>
                {
                    var window = new RateWindow(Second);
                    var starts = new List<long>();
                    var now = 0L;
                    foreach (var (gap, wanted) in steps)
                    {
                        now += gap;
                        for (var i = Math.Min(wanted, window.Available(now, limit)); i > 0; i--)
                        {
                            window.Start(now);
                            starts.Add(now);
                        }
                    }

                    Assert.All(starts, first => Assert.InRange(starts.Count(at => at >= first && at < first + Second), 1, limit));
                }
            );
}
