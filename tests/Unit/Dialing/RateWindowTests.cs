using Burgernet.Grains.Dialing;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class RateWindowTests
{
    private const long Second = 1_000_000;
    private static readonly long Window = Second + (long)(RateWindow.Margin.TotalSeconds * Second);
    private static readonly long Slack = (long)(RateWindow.Slack.TotalSeconds * Second);

    [Fact]
    public void Available_OneAfterTheOther_ComesAtEvenDistances()
    {
        var window = new RateWindow(Second);
        window.Start(0, 4);
        Assert.Equal(0, window.Available((Window / 4) - Slack - 1, 4));
        Assert.Equal(1, window.Available((Window / 4) - Slack, 4));
    }

    [Fact]
    public void Available_WindowFull_OpensWhenTheFirstStartIsASecondAndTheMarginAgo()
    {
        var window = new RateWindow(Second);
        window.Start(0, 2);
        window.Start(520_000, 2);
        Assert.Equal(0, window.Available(Window - 1, 2));
        Assert.Equal(1, window.Available(Window, 2));
    }

    [Theory]
    [InlineData(500, 10)]
    [InlineData(200, 4)]
    [InlineData(50, 1)]
    [InlineData(2, 1)]
    [InlineData(0, 0)]
    public void Available_AtOnce_IsWhatALateTimerMakesUp(int limit, int expected)
    {
        var window = new RateWindow(Second);
        Assert.Equal(expected, window.Available(0, limit));
        for (var i = 0; i < expected; i++)
        {
            window.Start(0, limit);
        }

        Assert.Equal(0, window.Available(0, limit));
        Assert.Equal(expected, window.Available(Window, limit));
    }

    [Theory]
    [InlineData(200, 60_000, 16)]
    [InlineData(200, 2_000_000, 200)]
    [InlineData(2, 60_000, 1)]
    public void Available_UntilAMomentToCome_IsWhatMayHaveStartedByThen(int limit, long ahead, int expected) =>
        Assert.Equal(expected, new RateWindow(Second).Available(0, ahead, limit));

    [Fact]
    public void Available_UntilAMomentToCome_CountsWhatWillBeOutOfTheWindow()
    {
        var window = new RateWindow(Second);
        window.Start(0, 2);
        window.Start(Window / 2, 2);
        Assert.Equal(0, window.Available(Window - 100, Window - 1, 2));
        Assert.Equal(1, window.Available(Window - 100, Window, 2));
    }

    [Fact]
    public void Available_HeavierThanTheLimitAllowsAtOnce_GoesAloneWhenItsTurnHasCome()
    {
        var window = new RateWindow(Second);
        Assert.Equal(1, window.Available(0, 0, perSecond: 10, weight: 3));
        window.Start(0, 10, weight: 3);
        var turn = 3 * (Window / 10);
        Assert.Equal(0, window.Available(turn - 1, turn - 1, perSecond: 10, weight: 3));
        Assert.Equal(turn - 1, window.Wait(1, perSecond: 10, weight: 3));
        Assert.Equal(1, window.Available(turn, turn, perSecond: 10, weight: 3));
    }

    [Fact]
    public void Available_HeavierThanTheWholeLimit_GoesAloneOnceTheWindowIsEmpty()
    {
        var window = new RateWindow(Second);
        window.Start(0, 2, weight: 3);
        Assert.Equal(0, window.Available(Window - 1, Window - 1, perSecond: 2, weight: 3));
        var turn = 3 * (Window / 2);
        Assert.Equal(1, window.Available(turn, turn, perSecond: 2, weight: 3));
    }

    [Fact]
    public void Left_Started_IsTheRestOfTheSecond()
    {
        var window = new RateWindow(Second);
        for (var i = 0; i < 5; i++)
        {
            window.Start(0, 50);
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
        window.Start(0, 2);
        window.Start(0, 2);
        Assert.Equal(0, window.Available(1, 1));
        Assert.Equal(0, window.Available(1, Slack, 1));
    }

    [Fact]
    public void Wait_TakenAsSoonAsItAllows_UsesTheWholeLimitButTheMargin()
    {
        const int Limit = 200;
        var window = new RateWindow(Second);
        var (now, started) = (0L, 0);
        while (now < 60 * Second)
        {
            var wait = window.Wait(now, Limit, weight: 1);
            if (wait == 0)
            {
                window.Start(now, Limit);
                started++;
            }
            else
            {
                // Timers fire at the next millisecond, and one late.
                now += ((wait + 999) / 1_000 * 1_000) + 1_000;
            }
        }

        Assert.InRange(started, (int)(0.95 * 60 * Limit), 60 * Limit);
    }

    [Fact]
    public void Wait_AnyTimes_IsNotTooShortAndNeverStandsStill() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[1, 4], Gen.Int[0, 300_000].Array[1, 60])
            .Sample(
                (limit, weight, gaps) =>
                {
                    var window = new RateWindow(Second);
                    var now = 0L;
                    foreach (var gap in gaps)
                    {
                        now += gap;
                        for (var wait = window.Wait(now, limit, weight); wait > 0; wait = window.Wait(now, limit, weight))
                        {
                            Assert.Equal(0, window.Available(now + wait - 1, now + wait - 1, limit, weight));
                            now += wait;
                        }

                        window.Start(now, limit, weight);
                    }
                }
            );

    [Fact]
    public void Start_AnyTimes_NeverMoreThanTheLimitInAnyWindowOfASecond() =>
        Gen.Select(Gen.Int[1, 80], Gen.Select(Gen.Int[0, 70_000], Gen.Int[0, 10]).Array[1, 100])
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
                            window.Start(now, limit);
                            starts.Add(now);
                        }
                    }

                    Assert.All(starts, first => Assert.InRange(starts.Count(at => at >= first && at < first + Second), 1, limit));
                }
            );
}
