using Burgernet.Grains.Imports;
using Burgernet.Participants;
using Xunit;

namespace Burgernet.Tests.Unit.Imports;

/// <summary>Weekly hours as they stand in files.</summary>
public sealed class HoursTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("mo-fr 08:00-18:00", "mo,tu,we,th,fr 08:00-18:00")]
    [InlineData("ma-vr 08:00-18:00 | za,zo 10:00-01:00", "sa,su 10:00-01:00 | mo,tu,we,th,fr 08:00-18:00")]
    [InlineData("Dagelijks 08:00-22:00", "daily 08:00-22:00")]
    [InlineData("fr-mo 22:00-06:00", "mo,fr,sa,su 22:00-06:00")]
    [InlineData("ZO 00:00-24:00", "su 00:00-24:00")]
    [InlineData("wo 20:00-00:00", "we 20:00-24:00")]
    public void Hours_AsWritten_AreRead(string text, string expected)
    {
        Assert.True(HoursText.TryRead(text, out var hours));
        Assert.Equal(
            expected.Split(" | ").Order(StringComparer.Ordinal),
            HoursText.Write(hours).Split(" | ").Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        Assert.True(HoursText.TryRead(HoursText.Write(hours), out var again));
        Assert.Equal(hours, again);
    }

    [Theory]
    [InlineData("08:00-18:00")]
    [InlineData("mo 8:00-18:00")]
    [InlineData("mo 08:00")]
    [InlineData("mo 08:00-25:00")]
    [InlineData("mo 24:00-25:00")]
    [InlineData("mo 08:60-18:00")]
    [InlineData("xx 08:00-18:00")]
    [InlineData("mo-tu-we 08:00-18:00")]
    [InlineData("mo 08:00-18:00 |")]
    [InlineData("always")]
    public void Hours_OtherwiseWritten_AreRefused(string text)
    {
        Assert.False(HoursText.TryRead(text, out var hours));
        Assert.Equal(WeeklyHours.Always, hours);
    }
}
