using Burgernet.Silo.Nodes;
using Burgernet.Silo.Storage;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Burgernet.Tests.Unit.Nodes;

public sealed class ClockPolicyTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(500);
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(false, 500, 0, false)]
    [InlineData(false, 501, 0, true)]
    [InlineData(false, -501, 0, true)]
    // It may still be within the bound.
    [InlineData(false, 520, 20, false)]
    [InlineData(false, 521, 20, true)]
    [InlineData(true, 499, 0, true)]
    [InlineData(true, -251, 0, true)]
    [InlineData(true, -250, 0, false)]
    // It may still be beyond half of it.
    [InlineData(true, 240, 11, true)]
    [InlineData(true, 240, 10, false)]
    public void IsOff_FromSurelyBeyondTheBoundUntilSurelyWithinHalfOfIt(bool was, int offset, int error, bool off) =>
        Assert.Equal(off, ClockPolicy.IsOff(was, Reading(offset, error), Bound));

    [Theory]
    [InlineData(499, true)]
    [InlineData(500, false)]
    public void IsUsable_AnAnswerThatTookLong_TellsNothing(int error, bool usable) =>
        Assert.Equal(usable, ClockPolicy.IsUsable(Reading(0, error), Bound));

    /// <summary>The node is 3 s ahead, the way there takes some time and the way back another: what is said is never further from the truth than it says itself.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 10)]
    [InlineData(200, 0)]
    [InlineData(0, 200)]
    [InlineData(30, 90)]
    public void Of_AnyWayThereAndBack_HoldsTheTruth(int there, int back)
    {
        var time = new FakeTimeProvider(Start + TimeSpan.FromSeconds(3));
        var asked = time.GetTimestamp();
        var wall = time.GetUtcNow();
        time.Advance(TimeSpan.FromMilliseconds(there));
        var told = time.GetUtcNow() - TimeSpan.FromSeconds(3);
        var at = time.GetTimestamp();
        time.Advance(TimeSpan.FromMilliseconds(back));
        var reading = ClockReading.Of(asked, wall, told, time.GetTimestamp(), time);

        Assert.Equal(TimeSpan.FromMilliseconds(there + back) / 2, reading.Error);
        Assert.InRange(reading.Offset, TimeSpan.FromSeconds(3) - reading.Error, TimeSpan.FromSeconds(3) + reading.Error);
        Assert.InRange((time.GetElapsedTime(at, reading.At)).Duration(), TimeSpan.Zero, reading.Error);
    }

    private static ClockReading Reading(int offset, int error) =>
        new(TimeSpan.FromMilliseconds(offset), TimeSpan.FromMilliseconds(error), Start, 0);
}
