using Burgernet.Grains.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class StartRoomTests
{
    private const int Known = int.MaxValue;

    [Theory]
    [InlineData(10, 0, 0, 1, 10)]
    [InlineData(10, 4, 3, 1, 3)]
    [InlineData(10, 4, 6, 1, 0)]
    [InlineData(4, 6, 0, 1, -2)]
    [InlineData(10, 4, 1, 3, 1)]
    [InlineData(2, 0, 0, 3, 1)]
    [InlineData(2, 1, 0, 3, 0)]
    [InlineData(0, 0, 0, 1, 0)]
    public void Of_LimitAndWhatThereIs_IsTheRoomBetween(int limit, int live, int reserved, int weight, int room) =>
        Assert.Equal(room, StartRoom.Of(limit, live, reserved, weight));

    [Theory]
    [InlineData(10, Known, 9, 0, true)]
    [InlineData(10, Known, 9, 1, false)]
    [InlineData(10, Known, 10, 0, false)]
    // While its share is being renewed: it told of five, the carrier may have given the other five away.
    [InlineData(10, 5, 5, 0, false)]
    [InlineData(10, 5, 4, 1, false)]
    [InlineData(10, 5, 4, 0, true)]
    [InlineData(10, 0, 0, 0, false)]
    // What it told of may be more than what it was left with.
    [InlineData(3, 5, 3, 0, false)]
    public void HasOne_WhileTheCarrierIsAsked_IsHeldToWhatItWasTold(int limit, int told, int live, int reserved, bool room) =>
        Assert.Equal(room, StartRoom.HasOne(limit, told, live, reserved, weight: 1));
}
