using Burgernet.Sip.Admission;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

public sealed class StartRateTests
{
    /// <summary>However the attempts fall, no window of a second holds more than the limit.</summary>
    [Fact]
    public void Starts_WheneverAsked_AreNeverMoreThanTheLimitInAnySecond() =>
        Gen.Select(Gen.Int[1, 60], Gen.Long[0, TimeSpan.TicksPerMillisecond * 40].Array[1, 600])
            .Sample(
                (perSecond, gaps) =>
                {
                    var rate = new StartRate(perSecond);
                    var starts = new List<long>();
                    long now = 0;
                    foreach (var gap in gaps)
                    {
                        now += gap;
                        if (now >= rate.Next)
                        {
                            rate.Start(now);
                            starts.Add(now);
                        }
                    }

                    for (var i = perSecond; i < starts.Count; i++)
                    {
                        Assert.True(starts[i] - starts[i - perSecond] >= TimeSpan.TicksPerSecond);
                    }
                }
            );

    [Fact]
    public void Limit_ChangedMeanwhile_HoldsFromThenOnWithWhatStartedBefore()
    {
        var rate = new StartRate(4);
        for (var i = 0; i < 4; i++)
        {
            rate.Start(Math.Max(0, rate.Next));
        }

        var second = TimeSpan.TicksPerSecond;
        rate.Limit(1, second + (second / 10));
        var last = (3 * second / 4) - StartRate.Slack;
        Assert.Equal(last + second + (second / 10), rate.Next);
        rate.Limit(100, second);
        Assert.Equal(second, rate.Next);
    }

    [Fact]
    public void Limit_Changing_IsNeverExceededInAnyOfItsTimes() =>
        Gen.Select(Gen.Int[1, 40].Array[3], Gen.Long[0, TimeSpan.TicksPerMillisecond * 40].Array[300])
            .Sample(
                (limits, gaps) =>
                {
                    var rate = new StartRate(40);
                    var starts = new List<(long At, int Limit)>();
                    var now = 0L;
                    for (var i = 0; i < gaps.Length; i++)
                    {
                        var limit = limits[i / 100];
                        rate.Limit(limit, TimeSpan.TicksPerSecond);
                        now += gaps[i];
                        if (now >= rate.Next)
                        {
                            rate.Start(now);
                            starts.Add((now, limit));
                        }
                    }

                    for (var i = 0; i < starts.Count; i++)
                    {
                        var (at, limit) = starts[i];
                        Assert.True(i < limit || at - starts[i - limit].At >= TimeSpan.TicksPerSecond);
                    }
                }
            );

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(2_000)]
    public void Starts_AskedEachMillisecond_ReachTheLimitAtEvenDistances(int perSecond)
    {
        var rate = new StartRate(perSecond);
        var starts = new int[10_000];
        for (var millisecond = 0; millisecond < starts.Length; millisecond++)
        {
            var now = millisecond * TimeSpan.TicksPerMillisecond;
            while (now >= rate.Next)
            {
                rate.Start(now);
                starts[millisecond]++;
            }
        }

        Assert.InRange(starts.Sum(), (perSecond * 10) - 1, perSecond * 10);

        // No 100 ms hold more than their tenth and what catching up allows.
        var most = Enumerable.Range(0, starts.Length / 100).Max(part => starts.AsSpan(part * 100, 100).ToArray().Sum());
        Assert.InRange(most, 1, (perSecond / 10) + (perSecond / 50) + 1);
    }
}
