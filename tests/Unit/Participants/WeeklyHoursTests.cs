using System.Globalization;
using Burgernet.Participants;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Participants;

public sealed class WeeklyHoursTests
{
    private static readonly Gen<HoursWindow> GenWindow = Gen.Select(
        Gen.Int[1, 127],
        Gen.Int[0, 1439],
        Gen.Int[1, 1440],
        (days, from, until) => new HoursWindow((DaysOfWeek)days, from, until)
    );

    private static readonly WeeklyHours Office = Of(new HoursWindow(DaysOfWeek.Weekdays, 9 * 60, 17 * 60));

    // 22:00 on Friday and Saturday to 06:00 the next morning.
    private static readonly WeeklyHours Nights = Of(new HoursWindow(DaysOfWeek.Friday | DaysOfWeek.Saturday, 22 * 60, 6 * 60));

    // In the night of 28 to 29 March 2026 clocks go from 02:00 to 03:00, in that of 24 to 25 October from 03:00 back to 02:00.
    private static readonly WeeklyHours ChangedHour = Of(new HoursWindow(DaysOfWeek.Sunday, 2 * 60, 3 * 60));

    [Theory]
    [InlineData("2026-01-12T08:00:00Z", true)] // Monday 09:00 in winter
    [InlineData("2026-01-12T07:59:59Z", false)]
    [InlineData("2026-01-12T15:59:59Z", true)]
    [InlineData("2026-01-12T16:00:00Z", false)]
    [InlineData("2026-07-13T07:00:00Z", true)] // Monday 09:00 in summer
    [InlineData("2026-07-13T06:59:59Z", false)]
    [InlineData("2026-07-13T15:00:00Z", false)]
    [InlineData("2026-07-12T10:00:00Z", false)] // Sunday
    public void Office_AtTheEdges_IsDutchTime(string instant, bool open) => Assert.Equal(open, Office.IsOpen(Utc(instant)));

    [Theory]
    [InlineData("2026-01-16T20:59:59Z", false)] // Friday 21:59:59
    [InlineData("2026-01-16T21:00:00Z", true)]
    [InlineData("2026-01-16T23:30:00Z", true)] // Saturday 00:30
    [InlineData("2026-01-17T04:59:00Z", true)]
    [InlineData("2026-01-17T05:00:00Z", false)] // Saturday 06:00
    [InlineData("2026-01-17T23:30:00Z", true)] // Sunday 00:30, of the Saturday window
    [InlineData("2026-01-18T21:30:00Z", false)] // Sunday 22:30
    [InlineData("2026-01-15T23:30:00Z", false)] // Friday 00:30: Thursday has no window
    public void Nights_AcrossMidnight_BelongToTheDayTheyBeginOn(string instant, bool open) =>
        Assert.Equal(open, Nights.IsOpen(Utc(instant)));

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", false)] // 01:59:59
    [InlineData("2026-03-29T01:00:00Z", false)] // 03:00: the hour does not exist
    [InlineData("2026-10-24T23:59:59Z", false)] // 01:59:59
    [InlineData("2026-10-25T00:00:00Z", true)] // 02:00, summer time
    [InlineData("2026-10-25T00:59:59Z", true)]
    [InlineData("2026-10-25T01:00:00Z", true)] // 02:00 again, winter time
    [InlineData("2026-10-25T01:59:59Z", true)]
    [InlineData("2026-10-25T02:00:00Z", false)] // 03:00
    public void ChangedHour_WhenClocksChange_FollowsTheClockOnTheWall(string instant, bool open) =>
        Assert.Equal(open, ChangedHour.IsOpen(Utc(instant)));

    [Theory]
    [InlineData("2026-03-29T00:30:00Z", true)] // 01:30
    [InlineData("2026-03-29T03:59:00Z", true)] // 05:59 in summer time: the night has an hour less
    [InlineData("2026-03-29T04:00:00Z", false)]
    [InlineData("2026-10-25T04:59:00Z", true)] // 05:59 in winter time: the night has an hour more
    [InlineData("2026-10-25T05:00:00Z", false)]
    public void Nights_WhenClocksChange_EndByTheClockOnTheWall(string instant, bool open) =>
        Assert.Equal(open, Nights.IsOpen(Utc(instant)));

    [Fact]
    public void Always_AtAnyTime_IsOpen() =>
        Gen.DateTime.Sample(at => Assert.True(WeeklyHours.Always.IsOpen(new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)))));

    [Fact]
    public void FromAndUntilEqual_AreAWholeDayFromThere()
    {
        var hours = Of(new HoursWindow(DaysOfWeek.Sunday, 600, 600));
        Assert.False(hours.IsOpen(new WeekMinute(6, 599)));
        Assert.True(hours.IsOpen(new WeekMinute(6, 600)));
        Assert.True(hours.IsOpen(new WeekMinute(0, 599)));
        Assert.False(hours.IsOpen(new WeekMinute(0, 600)));
    }

    [Fact]
    public void IsOpen_AnyWindows_SaysWhatCountingMinutesSays() =>
        GenWindow
            .Array[1, 6]
            .Sample(
                windows =>
                {
                    const int Week = 7 * HoursWindow.MinutesADay;
                    var expected = new bool[Week];
                    foreach (var window in windows)
                    {
                        var length =
                            window.UntilMinute > window.FromMinute
                                ? window.UntilMinute - window.FromMinute
                                : window.UntilMinute + HoursWindow.MinutesADay - window.FromMinute;
                        for (var day = 0; day < 7; day++)
                        {
                            for (var i = 0; ((int)window.Days >> day & 1) == 1 && i < length; i++)
                            {
                                expected[((day * HoursWindow.MinutesADay) + window.FromMinute + i) % Week] = true;
                            }
                        }
                    }

                    var hours = Of(windows);
                    for (var minute = 0; minute < Week; minute += 7)
                    {
                        var at = new WeekMinute(minute / HoursWindow.MinutesADay, minute % HoursWindow.MinutesADay);
                        Assert.Equal(expected[minute], hours.IsOpen(at));
                    }
                },
                iter: 200
            );

    [Fact]
    public void Bytes_OfAnyHours_GiveThemBack() =>
        GenWindow
            .Array[1, WeeklyHours.MostWindows]
            .Sample(windows =>
            {
                var hours = Of(windows);
                var again = WeeklyHours.FromBytes(hours.ToBytes());
                Assert.Equal(hours, again);
                Assert.Equal(hours.GetHashCode(), again.GetHashCode());
                Assert.Equal(hours, Of([.. windows.Reverse()]));
            });

    [Fact]
    public void Bytes_Stored_AreTheseForEver() => Assert.Equal("07d0e3fc", Convert.ToHexStringLower(Office.ToBytes()));

    [Fact]
    public void Days_SplitOverWindows_AreTheSameHours() =>
        Assert.Equal(
            Office,
            Of(
                new HoursWindow(DaysOfWeek.Friday, 540, 1020),
                new HoursWindow(DaysOfWeek.Monday | DaysOfWeek.Tuesday, 540, 1020),
                new HoursWindow(DaysOfWeek.Wednesday | DaysOfWeek.Thursday, 540, 1020)
            )
        );

    [Theory]
    [InlineData("")]
    [InlineData("0:540:1020")]
    [InlineData("128:540:1020")]
    [InlineData("1:-1:1020")]
    [InlineData("1:1440:1020")]
    [InlineData("1:540:0")]
    [InlineData("1:540:1441")]
    public void TryCreate_ImpossibleWindows_SaysNo(string windows) =>
        Assert.False(
            WeeklyHours.TryCreate(
                [
                    .. windows
                        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Select(window => window.Split(':'))
                        .Select(part => new HoursWindow((DaysOfWeek)Number(part[0]), Number(part[1]), Number(part[2]))),
                ],
                out _
            )
        );

    [Theory]
    [InlineData("07d0e3")]
    [InlineData("07d0e3fc00")]
    [InlineData("0010e3fc")]
    [InlineData("ffffffff")]
    public void FromBytes_Damaged_Throws(string hex) =>
        Assert.Throws<FormatException>(() => WeeklyHours.FromBytes(Convert.FromHexString(hex)));

    private static WeeklyHours Of(params HoursWindow[] windows)
    {
        Assert.True(WeeklyHours.TryCreate(windows, out var hours));
        return hours;
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
