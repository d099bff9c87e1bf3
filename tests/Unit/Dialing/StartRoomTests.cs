using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class StartRoomTests
{
    private static readonly CarrierLease Share = new(20, 10, CarrierGrain.LeaseTime, [], []);

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

    /// <summary>Of 20 lines and 10 starts a second; what was told is what the others reckon with.</summary>
    [Theory]
    // As many as it was told to hold: none.
    [InlineData(8, 10, 8, 0, 1, 0, 0)]
    // Calls that ended since may be replaced, one by one, those on their way counted.
    [InlineData(8, 10, 5, 0, 1, 0, 3)]
    [InlineData(8, 10, 5, 2, 1, 0, 1)]
    // More than the share was told: the share bounds it.
    [InlineData(25, 10, 18, 0, 1, 0, 2)]
    // Nothing was held: nothing may be begun, be it a preview.
    [InlineData(0, 10, 0, 0, 1, 0, 0)]
    // Fewer starts than its part were told: no more than those, also where lines are free.
    [InlineData(8, 4, 2, 0, 1, 3, 1)]
    [InlineData(8, 4, 2, 0, 1, 4, 0)]
    [InlineData(8, 4, 2, 1, 1, 3, 0)]
    // All of its part, or more, was told: its own window bounds it.
    [InlineData(8, 10, 2, 0, 1, 10, 6)]
    [InlineData(8, 12, 2, 0, 1, 12, 6)]
    // What weighs three goes in threes.
    [InlineData(8, 9, 2, 0, 3, 0, 2)]
    [InlineData(8, 5, 2, 0, 3, 0, 1)]
    public void Told_WhileTheNextShareIsOnItsWay_IsWhatTheCarrierReckonsWith(
        int told,
        int toldStarts,
        int live,
        int reserved,
        int weight,
        int started,
        int room
    ) => Assert.Equal(room, StartRoom.Told(told, toldStarts, Share, live, reserved, weight, started));
}
