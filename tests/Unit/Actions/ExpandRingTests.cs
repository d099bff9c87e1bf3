using Burgernet.Grains.Actions;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Actions;

public sealed class ExpandRingTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>On foot at 5 km/h a ring of 250 m takes three minutes.</summary>
    private static readonly ExpansionPlannedData OnFoot = new(5, 500, 1_100);

    [Theory]
    [InlineData(-60, 500)]
    [InlineData(0, 500)]
    [InlineData(179, 500)]
    [InlineData(180, 750)]
    [InlineData(359, 750)]
    [InlineData(360, 1_000)]
    [InlineData(540, 1_100)]
    [InlineData(86_400, 1_100)]
    public void RadiusAt_OnFoot_GrowsByABandWheneverItCanBeCrossed(int seconds, double metres) =>
        Assert.Equal(metres, ExpandRing.RadiusAt(OnFoot, At, At.AddSeconds(seconds)));

    [Theory]
    [InlineData(500, 180)]
    [InlineData(600, 180)]
    [InlineData(750, 360)]
    [InlineData(1_000, 540)]
    public void NextAt_OfARadius_IsWhenTheRingBeyondItIsDue(double metres, int seconds) =>
        Assert.Equal(At.AddSeconds(seconds), ExpandRing.NextAt(OnFoot, At, metres));

    [Fact]
    public void RadiusAt_AnyPlan_NeverShrinksNorPassesTheLargestAndGrowsWhenItSaidItWould() =>
        Gen.Select(Gen.Double[0.5, 200], Gen.Double[1, 5_000], Gen.Double[1, 20_000], Gen.Int[0, 100_000], Gen.Int[0, 10_000])
            .Sample(
                (speed, start, more, first, later) =>
                {
                    var plan = new ExpansionPlannedData(speed, start, start + more);
                    var radius = ExpandRing.RadiusAt(plan, At, At.AddSeconds(first));
                    var after = ExpandRing.RadiusAt(plan, At, At.AddSeconds(first + later));
                    Assert.InRange(radius, start, start + more);
                    Assert.InRange(after, radius, start + more);
                    if (radius < plan.LargestRadiusMetres)
                    {
                        var next = ExpandRing.NextAt(plan, At, radius);
                        Assert.True(next > At.AddSeconds(first).AddMilliseconds(-1));
                        Assert.True(ExpandRing.RadiusAt(plan, At, next.AddMilliseconds(1)) > radius);
                    }
                }
            );
}
