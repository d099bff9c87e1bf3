using Burgernet.Actions;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Kinds;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Actions;

public sealed class EstimateTests
{
    private static readonly TimeSpan Message = TimeSpan.FromSeconds(10);

    // By hand: talk 0.9 · 10 + 3 = 12 s; hold 0.8 · (5 + 12) + 0.1 · 30 + 0.1 · 1 = 16.7 s.
    private static readonly EstimateOptions Answers = new()
    {
        AnsweredShare = 0.8,
        NoAnswerShare = 0.1,
        TimeToAnswer = TimeSpan.FromSeconds(5),
        ListenedShare = 0.9,
        TimeToFail = TimeSpan.FromSeconds(1),
    };

    [Fact]
    public void Hold_ByHand_IsTheWeightedMean() => Assert.Equal(16.7, Calls(10, 50).Hold.TotalSeconds, 6);

    [Fact]
    public void Duration_NoCalls_IsNone() => Assert.Equal(TimeSpan.Zero, Calls(10, 50).Duration(0));

    [Fact]
    public void Duration_ManyCalls_IsTheQueueAndTheTail()
    {
        // Squares: 0.8 · 17² + 0.1 · 30² + 0.1 · 1² = 321.3; variation 321.3 / 16.7² - 1 = 0.15206. Pace 10 / 16.7 a second: the last that rings
        // out began 10 calls, 16.7 s, before the last, so 30 - 16.7 = 13.3 s after it is over, less than an answered call's 17 s.
        var variation = (321.3 / (16.7 * 16.7)) - 1;
        Assert.Equal(((100 - ((1 + variation) / 2)) * 16.7) + 17, Calls(10, 50).Duration(1_000).TotalSeconds, 3);
    }

    [Fact]
    public void Duration_SlowCarrier_IsItsCallsASecondAndWhoRingsOut() =>
        Assert.Equal(50 + (30 - 5), Calls(1_000, 2).Duration(100).TotalSeconds, 3);

    [Fact]
    public void DurationWithRetries_FewLines_IsTheScheduleAfterTheFirstTriesOrTheQueueOfAll()
    {
        TimeSpan[] schedule = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3)];
        var calls = Calls(10, 50);

        // Both further tries ring out: 60 + 30 + 180 + 30.
        Assert.Equal(calls.Duration(100) + TimeSpan.FromSeconds(300), calls.DurationWithRetries(100, 100, schedule));
        Assert.Equal(TimeSpan.FromSeconds(310), calls.DurationWithRetries(100, 100, schedule, TimeSpan.FromSeconds(10)));

        // 100,000 first tries, 20,000 second ones and 4,000 third ones.
        Assert.Equal(calls.Duration(124_000), calls.DurationWithRetries(100_000, 100_000, schedule));
    }

    [Fact]
    public void DurationWithRetries_NobodyLeftToTryOrNoSchedule_IsTheFirstTries()
    {
        var calls = Calls(10, 50);
        Assert.Equal(calls.Duration(2), calls.DurationWithRetries(2, 2, [TimeSpan.FromMinutes(1)]));
        Assert.Equal(calls.Duration(500), calls.DurationWithRetries(500, 500, []));
    }

    [Fact]
    public void Cost_ByHand_CountsAnsweredCallsAndTheirMinutes() =>
        // 100 · 0.8 · (0.05 + 0.10 · 12/60)
        Assert.Equal(5.60m, Calls(10, 50).Cost(100, new Tariff(0.05m, 0.10m)));

    [Fact]
    public void Duration_MoreCallsOrFewerLines_NeverTakesLess() =>
        Gen.Select(Gen.Int[0, 5_000], Gen.Int[1, 500], Gen.Int[1, 100])
            .Sample(
                (calls, lines, perSecond) =>
                {
                    var here = Calls(lines, perSecond).Duration(calls);
                    Assert.True(Calls(lines, perSecond).Duration(calls + 1) >= here);
                    Assert.True(calls == 0 || here >= Answers.TimeToAnswer + Calls(lines, perSecond).Talk);
                }
            );

    [Theory]
    [InlineData(0, 500, 500, 500, 0)]
    [InlineData(100, 0, 0, 0, 100)]
    [InlineData(100, 0, 60, 0, 160)]
    [InlineData(100, 0, 900, 0, 200)]
    [InlineData(100, 300, 0, 0, 400)]
    [InlineData(100, 5_000, 0, 0, 2_000)]
    [InlineData(95, 0, 0, 500, 100)]
    [InlineData(95, 0, 0, 3, 98)]
    public void Before_Others_CountByUrgency(int own, int urgent, int equal, int low, double expected) =>
        Assert.Equal(
            expected,
            SharedLines.Before(own, Urgency.Normal, [(Urgency.Urgent, urgent), (Urgency.Normal, equal), (Urgency.Low, low)]),
            6
        );

    private static ExpectedCalls Calls(int lines, int perSecond) =>
        new(
            Answers,
            new CarrierOptions
            {
                Channels = lines,
                CallsPerSecond = perSecond,
                RingLimit = TimeSpan.FromSeconds(30),
                LingerAfterMessage = TimeSpan.FromSeconds(3),
            },
            Message
        );
}
