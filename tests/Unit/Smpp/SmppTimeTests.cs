using System.Globalization;
using System.Text;
using Burgernet.Smpp.Text;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Smpp;

public sealed class SmppTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("000000010000000R", "2026-11-26T03:00:00+00:00")]
    [InlineData("000010233429000R", "2026-12-07T01:34:29+00:00")]
    [InlineData("010200000000000R", "2028-01-25T02:00:00+00:00")]
    [InlineData("261126020355508+", "2026-11-26T02:03:55.5+02:00")]
    [InlineData("261126020355004-", "2026-11-26T02:03:55-01:00")]
    public void Parse_OfTheSpecification_MeansThatInstant(string text, string instant)
    {
        Assert.True(SmppTime.TryParse(Encoding.ASCII.GetBytes(text), out var time));
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), time.Resolve(Now));
    }

    [Theory]
    [InlineData("261326020355000+")]
    [InlineData("260230020355000+")]
    [InlineData("261126240355000+")]
    [InlineData("261126020355049+")]
    [InlineData("261126020355000")]
    [InlineData("261126020355000X")]
    [InlineData("26112602035500000R")]
    [InlineData("2611260203550x0R")]
    [InlineData("ééééééééé")]
    public void Parse_OfWhatIsNoTime_IsRefused(string text) => Assert.False(SmppTime.TryParse(Encoding.Latin1.GetBytes(text), out _));

    [Fact]
    public void Parse_OfAnEmptyField_IsNone()
    {
        Assert.True(SmppTime.TryParse([], out var time) && time.IsNone);
        Assert.Equal(0, default(SmppTime).Write(new byte[16]));
    }

    [Fact]
    public void After_AnyDuration_RoundTrips() =>
        Gen.Int[1, 1_500_000_000]
            .Sample(seconds =>
            {
                var octets = new byte[16];
                Assert.Equal(16, SmppTime.After(TimeSpan.FromSeconds(seconds)).Write(octets));
                return SmppTime.TryParse(octets, out var time) && time.IsRelative && time.Resolve(Now) == Now.AddSeconds(seconds);
            });

    [Fact]
    public void At_AnyInstant_RoundTripsToTheTenth() =>
        Gen.Select(Gen.Int[0, 2_000_000_000], Gen.Int[-48, 48])
            .Sample(
                (tenths, quarters) =>
                {
                    var offset = TimeSpan.FromMinutes(quarters * 15);
                    var at = new DateTimeOffset(2020, 1, 2, 0, 0, 0, TimeSpan.Zero).AddSeconds(tenths / 10.0).ToOffset(offset);
                    var octets = new byte[16];
                    SmppTime.At(at).Write(octets);
                    return SmppTime.TryParse(octets, out var time)
                        && !time.IsRelative
                        && (time.Resolve(default) - at).Duration() < TimeSpan.FromSeconds(0.1);
                }
            );

    [Theory]
    [InlineData(30, "000000000030000R")]
    [InlineData(5_400, "000000013000000R")]
    [InlineData(0.2, "000000000001000R")]
    public void After_InSeconds_IsWrittenSo(double seconds, string text)
    {
        var octets = new byte[16];
        SmppTime.After(TimeSpan.FromSeconds(seconds)).Write(octets);
        Assert.Equal(text, Encoding.ASCII.GetString(octets));
    }

    [Fact]
    public void After_NoTimeAtAll_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => SmppTime.After(TimeSpan.Zero));
}
