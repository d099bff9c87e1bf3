using System.Globalization;
using Burgernet.Cells;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class PersonalHoursTests
{
    /// <summary>Sunday 1 March 2026, 13:00 in the Netherlands.</summary>
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(DaysOfWeek.All, 9 * 60, 21 * 60, "2026-03-01T12:00Z")]
    [InlineData(DaysOfWeek.All, 18 * 60, 21 * 60, "2026-03-01T17:00Z")]
    [InlineData(DaysOfWeek.All, 9 * 60, 12 * 60, "2026-03-02T08:00Z")]
    [InlineData(DaysOfWeek.Saturday, 9 * 60, 12 * 60, "2026-03-07T08:00Z")]
    [InlineData(DaysOfWeek.Sunday, 9 * 60, 12 * 60, "2026-03-08T08:00Z")]
    [InlineData(DaysOfWeek.Saturday, 22 * 60, 14 * 60, "2026-03-01T12:00Z")]
    public void Next_OneWindow_IsNowOrWhenItBegins(DaysOfWeek days, int from, int until, string expected) =>
        Assert.Equal(
            DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture),
            PersonalHours.Next([Place(new HoursWindow(days, from, until))], Now)
        );

    [Fact]
    public void Next_OverTheNightInWhichTheClockIsChanged_IsByTheClockOnTheWall()
    {
        // 29 March 2026: at 2:00 it is 3:00.
        var evening = new DateTimeOffset(2026, 3, 28, 21, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            new DateTimeOffset(2026, 3, 29, 7, 0, 0, TimeSpan.Zero),
            PersonalHours.Next([Place(new HoursWindow(DaysOfWeek.All, 9 * 60, 12 * 60))], evening)
        );
    }

    [Fact]
    public void Next_SeveralPlaces_IsTheFirstThatMayBeCalled()
    {
        var silent = Place(new HoursWindow(DaysOfWeek.All, 0, 1_440)) with { Channels = ContactChannels.Email };
        var evening = Place(new HoursWindow(DaysOfWeek.All, 18 * 60, 21 * 60));
        Assert.Equal(Now.AddHours(5), PersonalHours.Next([silent, evening], Now));
        Assert.Equal(Now, PersonalHours.Next([evening, Place()], Now));
        Assert.Null(PersonalHours.Next([silent], Now));
    }

    private static Subscription Place(params HoursWindow[] windows)
    {
        WeeklyHours.TryCreate(windows, out var hours);
        return new Subscription
        {
            ParticipantId = Guid.Empty,
            LocationNumber = 1,
            Cell = 1,
            Point = new GeoPoint(52, 6),
            Language = Language.Dutch,
            Channels = ContactChannels.Voice,
            Hours = hours,
        };
    }
}
