using Burgernet.Grains.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class StartRoomTests
{
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
}
