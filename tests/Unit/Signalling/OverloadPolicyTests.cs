using Burgernet.Sip.Admission;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

public sealed class OverloadPolicyTests
{
    [Theory]
    // 2 % of 1,000 is not exceeded by 20.
    [InlineData(false, 1_000, 20, true, false)]
    [InlineData(false, 1_000, 21, true, true)]
    // So few are chance.
    [InlineData(false, 9, 9, false, false)]
    [InlineData(false, 10, 10, false, true)]
    [InlineData(false, 0, 0, false, false)]
    // Between 1 and 2 % it stays what it was.
    [InlineData(true, 1_000, 15, true, true)]
    [InlineData(false, 1_000, 15, true, false)]
    [InlineData(true, 1_000, 10, true, false)]
    // Silence is no recovery.
    [InlineData(true, 0, 0, false, true)]
    [InlineData(true, 0, 0, true, false)]
    [InlineData(true, 1, 1, true, true)]
    public void IsOverloaded_ByShareAndWhatItWas(bool before, int sent, int repeated, bool isHeard, bool expected) =>
        Assert.Equal(expected, OverloadPolicy.IsOverloaded(before, new SendCounts(sent, repeated), isHeard, 0.02));

    [Fact]
    public void Window_LooksBackOneSecond()
    {
        var window = new SendWindow();
        window.Add(0, new SendCounts(1, 0));
        window.Add(TimeSpan.TicksPerMillisecond * 550, new SendCounts(1, 1));
        window.Add(TimeSpan.TicksPerMillisecond * 999, new SendCounts(1, 0));

        Assert.Equal(new SendCounts(3, 1), window.At(TimeSpan.TicksPerMillisecond * 999));
        Assert.Equal(new SendCounts(2, 1), window.At(TimeSpan.TicksPerMillisecond * 1_000));
        Assert.Equal(new SendCounts(1, 0), window.At(TimeSpan.TicksPerMillisecond * 1_500));
        Assert.Equal(default, window.At(TimeSpan.TicksPerSecond * 100));
        window.Add(TimeSpan.TicksPerSecond * 100, new SendCounts(3, 0));
        Assert.Equal(new SendCounts(3, 0), window.At(TimeSpan.TicksPerSecond * 100));
    }
}
