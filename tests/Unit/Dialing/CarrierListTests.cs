using Burgernet.Grains.Dialing;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class CarrierListTests
{
    private static readonly CarrierList List = new([
        Carrier("cheap", practice: false, "deventer", "zwolle"),
        Carrier("training", practice: true),
        Carrier("dear", practice: false),
        Carrier("apeldoorns", practice: false, "apeldoorn"),
    ]);

    [Theory]
    [InlineData(false, "deventer", "cheap dear")]
    [InlineData(false, "apeldoorn", "dear apeldoorns")]
    [InlineData(true, "deventer", "training")]
    [InlineData(false, "elsewhere", "dear")]
    public void For_ActionOfARoom_AreItsCarriersInOrder(bool practice, string room, string expected) =>
        Assert.Equal(expected, string.Join(' ', List.For(practice, room).Select(carrier => carrier.Name)));

    [Fact]
    public void For_Anything_NeverMixesPracticeAndLive() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 2])
            .Array[1, 8]
            .Sample(carriers =>
            {
                var list = new CarrierList([
                    .. carriers.Select(
                        (carrier, i) => Carrier($"c{i}", carrier.Item1, [.. Enumerable.Range(0, carrier.Item2).Select(room => $"r{room}")])
                    ),
                ]);
                foreach (var practice in new[] { true, false })
                {
                    Assert.All(list.For(practice, "r0"), carrier => Assert.Equal(practice, carrier.Practice));
                }

                Assert.Equal(carriers.All(carrier => carrier.Item1), list.EveryOneIsPractice);
            });

    [Fact]
    public void RingLimit_CarrierNoLongerConfigured_IsTheLongestOfAll()
    {
        Assert.Equal(TimeSpan.FromSeconds(30), List.RingLimit("cheap"));
        var list = new CarrierList([Carrier("a", true), new CarrierOptions { Name = "b", RingLimit = TimeSpan.FromSeconds(70) }]);
        Assert.Equal(TimeSpan.FromSeconds(70), list.RingLimit("gone"));
        Assert.Equal(TimeSpan.FromSeconds(133), list.LongestCall("gone"));
        Assert.Null(list.Find("gone"));
    }

    [Fact]
    public void AnyTakesCalls_TrunkBoard_IsOfThoseAsked()
    {
        var time = new FakeTimeProvider();
        var board = new TrunkBoard(time);
        board.Tell("cheap", new TrunkView(TrunkPhase.Taking, TakesCalls: false, 10, 10));
        board.Tell("dear", new TrunkView(TrunkPhase.Taking, TakesCalls: true, 10, 3));
        Assert.False(board.AnyTakesCalls(["cheap", "unknown"]));
        Assert.True(board.AnyTakesCalls(["cheap", "dear"]));
        Assert.False(board.AnyTakesCalls([]));
        time.Advance(TrunkBoard.GoodFor);
        Assert.False(board.AnyTakesCalls(["cheap", "dear"]));
        Assert.Equal(3, board.Trunks["dear"].Busy);
    }

    private static CarrierOptions Carrier(string name, bool practice, params string[] rooms) =>
        new()
        {
            Name = name,
            Practice = practice,
            ControlRooms = rooms,
        };
}
