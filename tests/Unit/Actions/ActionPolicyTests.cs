using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Actions;

public sealed class ActionPolicyTests
{
    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(2_000, 2)]
    [InlineData(2_001, 3)]
    [InlineData(6_000, 6)]
    [InlineData(64_000, 64)]
    [InlineData(1_700_000, 64)]
    public void CountFor_Participants_IsOneLaneAThousandWithinItsBounds(int participants, int lanes) =>
        Assert.Equal(lanes, LanePolicy.CountFor(participants));

    [Theory]
    [InlineData(new int[0], -1, 0)]
    [InlineData(new int[0], 0, 1)]
    [InlineData(new int[0], int.MaxValue, int.MaxValue)]
    [InlineData(new[] { 3, 5 }, int.MaxValue, 4)]
    [InlineData(new[] { 3, 5 }, 2, 3)]
    [InlineData(new[] { int.MaxValue, 7 }, int.MaxValue, 8)]
    [InlineData(new[] { int.MaxValue, int.MaxValue }, 9, 10)]
    [InlineData(new[] { int.MaxValue, int.MaxValue }, int.MaxValue, int.MaxValue)]
    public void BandCeiling_Lanes_IsOneBeyondTheLowestUndialled(int[] lowest, int selecting, int expected) =>
        Assert.Equal(expected, BandCeiling.Of(lowest.Select(Lane), selecting));

    [Fact]
    public void BandCeiling_Any_NeverLetsBandNPlusTwoGoWhileBandNHasUndialled() =>
        Gen.Select(Gen.Int[0, 50].Array[0, 8], Gen.Int[-1, 50])
            .Sample(
                (lowest, selecting) =>
                {
                    var ceiling = BandCeiling.Of(lowest.Select(Lane), selecting);
                    Assert.All(lowest, band => Assert.True(ceiling < band + 2));
                    Assert.True(ceiling < selecting + 2);
                }
            );

    // Computed by another program (Python): FNV-1a over the 16 bytes in network order.
    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000", 0, 1, 3, 5)]
    [InlineData("00112233-4455-6677-8899-aabbccddeeff", 0, 1, 3, 21)]
    [InlineData("f81d4fae-7dec-11d0-a765-00a0c91e6bf6", 0, 1, 5, 49)]
    public void LaneOf_GoldenParticipants_StayInTheirLanes(string participant, int ofOne, int ofTwo, int ofSix, int ofMost)
    {
        var id = Guid.Parse(participant);
        Assert.Equal([ofOne, ofTwo, ofSix, ofMost], new[] { 1, 2, 6, 64 }.Select(count => LaneKey.LaneOf(id, count)));
    }

    [Fact]
    public void LaneOf_ManyParticipants_SpreadsEvenly()
    {
        var lanes = new int[8];
        for (var i = 0; i < 8_000; i++)
        {
            lanes[LaneKey.LaneOf(new Guid(i * 7_919, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]), 8)]++;
        }

        Assert.All(lanes, count => Assert.InRange(count, 800, 1_200));
    }

    [Fact]
    public void LaneKey_AnyLane_ReadsBack() =>
        Gen.Select(Gen.Guid, Gen.Int[0, 64]).Sample((action, lane) => LaneKey.Parse(LaneKey.Of(action, lane)) == (action, lane));

    [Theory]
    [InlineData("")]
    [InlineData("00112233445566778899aabbccddeeff")]
    [InlineData("00112233445566778899aabbccddeeff/")]
    [InlineData("00112233445566778899aabbccddeeff/-1")]
    [InlineData("00112233445566778899aabbccddeeff/x")]
    [InlineData("00112233-4455-6677-8899-aabbccddeeff/1")]
    public void LaneKey_NotAKey_IsRefused(string key) => Assert.Throws<FormatException>(() => LaneKey.Parse(key));

    private static LaneTotals Lane(int lowest) =>
        new()
        {
            Lane = 0,
            Version = 1,
            Selected = 0,
            Waiting = 0,
            UnderWay = 0,
            Contacted = 0,
            Results = new Dictionary<DeliveryResult, int>(),
            LowestUndialledBand = lowest,
        };
}
