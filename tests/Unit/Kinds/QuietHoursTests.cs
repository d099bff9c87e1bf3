using Burgernet.Kinds;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Kinds;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("22:00-08:00", "2026-01-10T21:59:00+01:00", false)]
    [InlineData("22:00-08:00", "2026-01-10T22:00:00+01:00", true)]
    [InlineData("22:00-08:00", "2026-01-11T03:00:00+01:00", true)]
    [InlineData("22:00-08:00", "2026-01-11T08:00:00+01:00", false)]
    [InlineData("12:00-13:00", "2026-01-11T12:30:00+01:00", true)]
    [InlineData("12:00-13:00", "2026-01-11T13:00:00+01:00", false)]
    // The same instant of the day in summer, an hour later by the Dutch clock.
    [InlineData("22:00-08:00", "2026-07-10T20:00:00Z", true)]
    [InlineData("22:00-08:00", "2026-01-10T20:00:00Z", false)]
    public void Hold_AtAnInstant_ByTheDutchClock(string hours, string at, bool quiet) =>
        Assert.Equal(quiet, QuietHours.Parse(hours)!.Hold(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("22:00-08:00", "2026-01-10T23:00:00+01:00", "2026-01-11T08:00:00+01:00")]
    [InlineData("22:00-08:00", "2026-01-11T07:59:59+01:00", "2026-01-11T08:00:00+01:00")]
    // The night that is an hour shorter, and the one that is an hour longer.
    [InlineData("22:00-08:00", "2026-03-28T23:00:00+01:00", "2026-03-29T08:00:00+02:00")]
    [InlineData("22:00-08:00", "2026-10-24T23:00:00+02:00", "2026-10-25T08:00:00+01:00")]
    public void EndAfter_InTheNight_IsWhenTheClockShowsIt(string hours, string at, string end) =>
        Assert.Equal(
            DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture),
            QuietHours.Parse(hours)!.EndAfter(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture))
        );

    [Fact]
    public void EndAfter_AnyInstantInThem_IsTheFirstAtWhichTheyDoNotHold() =>
        Gen.Select(Gen.Int[0, 23], Gen.Int[0, 23], Gen.Int[0, 366 * 24 * 60])
            .Where((from, until, _) => from != until && until is not (2 or 3))
            .Sample(
                (from, until, minutes) =>
                {
                    var quiet = new QuietHours(new TimeOnly(from, 0), new TimeOnly(until, 0));
                    var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
                    if (quiet.Hold(at))
                    {
                        var end = quiet.EndAfter(at);
                        Assert.False(quiet.Hold(end));
                        Assert.True(quiet.Hold(end.AddMinutes(-1)));
                        Assert.InRange(end - at, TimeSpan.FromMinutes(1), TimeSpan.FromHours(25));
                    }
                }
            );

    [Theory]
    [InlineData("")]
    [InlineData("22-08")]
    [InlineData("22:00")]
    [InlineData("22:00-24:00")]
    [InlineData("22:00-22:00")]
    [InlineData("22:00-08:00-09:00")]
    public void Parse_NotHours_IsNull(string text) => Assert.Null(QuietHours.Parse(text));

    [Fact]
    public void ToString_Hours_ReadsBack() => Assert.Equal("22:00-08:00", QuietHours.Parse("22:00-08:00")!.ToString());
}
