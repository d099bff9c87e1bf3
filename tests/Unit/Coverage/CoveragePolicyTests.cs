using Burgernet.Coverage;
using Burgernet.Grains.Coverage;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Coverage;

/// <summary>What of exact counts may be shown.</summary>
public sealed class CoveragePolicyTests
{
    private static readonly DateOnly January = new(2026, 1, 1);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, null)]
    [InlineData(4, null)]
    [InlineData(5, 5)]
    [InlineData(9, 5)]
    [InlineData(6_003, 6_000)]
    public void Count_AsShown_TellsNoSmallNumbers(int count, int? shown) => Assert.Equal(shown, CoverageRounding.Of(count));

    [Fact]
    public void HiddenCell_TotalLessTheOtherCells_NeverShowsThatItHasFewerThanFour() =>
        Gen.Select(Gen.Int[5, 40].Array[1, 4], Gen.Int[1, 4])
            .Sample(
                (others, hidden) =>
                {
                    var total = CoverageRounding.Of(others.Sum() + hidden)!.Value;
                    var shown = others.Select(other => CoverageRounding.Of(other)!.Value).ToArray();

                    // Whoever subtracts knows of each number only that it lies within four above what is shown.
                    var most = total + CoverageRounding.Least - 1 - shown.Sum();
                    Assert.True(most >= CoverageRounding.Least - 1, $"It has at most {most}");
                }
            );

    [Fact]
    public void Goal_OfItsOwnOrFromInhabitants_IsWhatCountsAreHeldAgainst()
    {
        var options = new CoverageOptions { Goals = { ["GM0150"] = 6_000 } };

        Assert.Equal(6_000, CoveragePolicy.Goal("GM0150", 102_000, options));
        Assert.Equal(5_051, CoveragePolicy.Goal("GM0193", 101_001, options));
        Assert.Null(CoveragePolicy.Goal("GM9999", inhabitants: null, options));
        Assert.Equal(CoverageSignal.Reached, CoveragePolicy.Signal(6_000, 6_000, options));
        Assert.Equal(CoverageSignal.Below, CoveragePolicy.Signal(3_000, 6_000, options));
        Assert.Equal(CoverageSignal.TooFew, CoveragePolicy.Signal(2_995, 6_000, options));
        Assert.Equal(CoverageSignal.TooFew, CoveragePolicy.Signal(shown: null, 6_000, options));
        Assert.Equal(CoverageSignal.Unknown, CoveragePolicy.Signal(100, goal: null, options));
    }

    [Fact]
    public void Months_OfATrend_EndWithTheRunningOne() =>
        Assert.Equal(
            [new DateOnly(2025, 11, 1), new DateOnly(2025, 12, 1), January],
            CoveragePolicy.Months(new DateTimeOffset(2026, 1, 31, 23, 59, 0, TimeSpan.Zero), 3)
        );

    [Fact]
    public void Municipalities_KnownOrPopulated_AreAllThereAndTheUnknownLast()
    {
        var coverage = CoveragePolicy.Municipalities(
            [new Municipality("GM0150", "Deventer", 100_000), new Municipality("GM0193", "Zwolle", Inhabitants: null)],
            [new MunicipalityCount("GM0150", 5_007), new MunicipalityCount(null, 3), new MunicipalityCount("GM1", 8)],
            [new MonthlyCount("GM0150", January, 12, 3)],
            [new DateOnly(2025, 12, 1), January],
            new CoverageOptions()
        );

        Assert.Equal(["GM0150", "GM0193", "GM1", null], coverage.Select(municipality => municipality.Code), StringComparer.Ordinal);
        Assert.Equal([5_005, 0, 5, null], coverage.Select(municipality => municipality.Participants));
        Assert.Equal([0, 10], coverage[0].Joined.Select(month => month.Count));
        Assert.Equal([0, null], coverage[0].Left.Select(month => month.Count));
        Assert.Equal(CoverageSignal.Reached, coverage[0].Signal);
        Assert.Equal("Zwolle", coverage[1].Name);
    }
}
