using Burgernet.Smpp.Session;
using Xunit;

namespace Burgernet.Tests.Unit.Smpp.Sessions;

public sealed class SendRateTests
{
    private long _now = TimeSpan.TicksPerDay;

    [Fact]
    public void Rate_Agreed_IsKeptToOverASecond()
    {
        var rate = new SendRate(100);
        var sent = 0;
        for (var end = _now + (10 * TimeSpan.TicksPerSecond); _now < end; _now += TimeSpan.TicksPerMillisecond)
        {
            sent += Take(rate);
        }

        Assert.InRange(sent, 995, 1_006);
    }

    [Fact]
    public void Rate_Slow_LetsOneThroughAtATime()
    {
        var rate = new SendRate(0.5);
        Assert.Equal(1, Take(rate));
        Assert.Equal(0, Take(rate));
        var next = rate.NextAt(_now);
        Assert.Equal(2 * TimeSpan.TicksPerSecond, next - _now);
        _now = next;
        Assert.Equal(1, Take(rate));
    }

    [Fact]
    public void Throttled_Once_PausesThenSends70PercentOfWhatWasTaken()
    {
        var rate = new SendRate(null);
        for (var i = 0; i < 1_000; i++, _now += TimeSpan.TicksPerMillisecond)
        {
            rate.TryTake(_now);
            rate.OnAccepted(_now);
        }

        rate.OnThrottled(_now);
        rate.OnThrottled(_now);

        Assert.Equal(1, rate.Slowdowns);
        Assert.InRange(rate.Limit, 690, 701);
        Assert.Equal(0, Take(rate));
        Assert.Equal(_now + (TimeSpan.TicksPerSecond / 4), rate.NextAt(_now));
    }

    [Fact]
    public void Throttled_AgainAndAgain_PausesLongerAndSlowsToOneASecond()
    {
        var rate = new SendRate(1_000);
        long longest = 0;
        for (var i = 0; i < 30; i++)
        {
            rate.OnThrottled(_now);
            var pause = rate.NextAt(_now) - _now;
            longest = Math.Max(longest, pause);
            _now += pause;
        }

        Assert.Equal(8 * TimeSpan.TicksPerSecond, longest);
        Assert.Equal(1, rate.Limit);
    }

    [Fact]
    public void Throttled_LongAgo_IsForgotten()
    {
        var rate = new SendRate(50);
        for (var i = 0; i < 50; i++, _now += TimeSpan.TicksPerMillisecond * 20)
        {
            rate.OnAccepted(_now);
        }

        rate.OnThrottled(_now);
        Assert.InRange(rate.Limit, 30, 36);
        var before = 0.0;
        for (var second = 0; second < 30; second++, _now += TimeSpan.TicksPerSecond)
        {
            rate.TryTake(_now);
            Assert.True(rate.Limit >= before);
            before = rate.Limit;
        }

        Assert.Equal(50, rate.Limit);
    }

    [Fact]
    public void BackOff_OfFailures_DoublesUpToItsLimit()
    {
        var backOff = new BackOff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), new Random(1));
        double[] expected = [1, 2, 4, 8, 10, 10];
        Assert.All(expected, seconds => Assert.InRange(backOff.Next(isHopeless: false).TotalSeconds, seconds * 0.8, seconds * 1.2));
        backOff.Reset();
        Assert.InRange(backOff.Next(isHopeless: true).TotalSeconds, 8, 12);
    }

    private int Take(SendRate rate) => rate.TryTake(_now) ? 1 : 0;
}
