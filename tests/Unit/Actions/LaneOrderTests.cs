using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Xunit;

namespace Burgernet.Tests.Unit.Actions;

public sealed class LaneOrderTests
{
    [Fact]
    public void IsOlder_SameEntryStored_GoesByVersion()
    {
        Assert.True(LaneOrder.IsOlder(Totals(sequence: 7, version: 1), Totals(sequence: 7, version: 2)));
        Assert.False(LaneOrder.IsOlder(Totals(sequence: 7, version: 2), Totals(sequence: 7, version: 2)));
        Assert.False(LaneOrder.IsOlder(Totals(sequence: 7, version: 3), Totals(sequence: 7, version: 2)));
    }

    /// <summary>A frozen node wakes, and makes an activation of a lane that lives elsewhere: its version begins at its clock, later than the other's.</summary>
    [Fact]
    public void IsOlder_ToldByAnActivationThatTheStoreHasLeftBehind_IsWhateverItsVersion()
    {
        var (ofTheDead, ofTheLiving) = (Totals(sequence: 7, version: 2_000_000), Totals(sequence: 8, version: 1_000_000));
        Assert.False(LaneOrder.IsOlder(ofTheLiving, known: ofTheDead));
        Assert.True(LaneOrder.IsOlder(ofTheDead, known: ofTheLiving));
    }

    private static LaneTotals Totals(long sequence, long version) =>
        new()
        {
            Lane = 0,
            Version = version,
            Selected = 0,
            Waiting = 0,
            UnderWay = 0,
            Contacted = 0,
            Results = new Dictionary<DeliveryResult, int>(),
            LowestUndialledBand = int.MaxValue,
            LogSequence = sequence,
        };
}
