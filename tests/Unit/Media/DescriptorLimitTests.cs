using Burgernet.Sip;
using Burgernet.Sip.Media;
using Xunit;

namespace Burgernet.Tests.Unit.Media;

public sealed class DescriptorLimitTests
{
    [Theory]
    [InlineData(5_000, 31_999, 20_000, 200, true)]
    [InlineData(5_000, 31_999, 6_263, 200, false)]
    [InlineData(100, 31_999, 389, 200, true)]
    [InlineData(100, 31_999, 388, 200, false)]
    [InlineData(1_000_000, 20_199, 1_024, 200, true)]
    [InlineData(40_000, 65_535, 20_000, 200, false)]
    public void Calls_AgainstTheLimit_FitOrNot(int calls, int lastPort, int limit, int open, bool fits)
    {
        var reason = DescriptorLimit.Examine(new SipEndpointOptions { MaxCalls = calls, LastMediaPort = lastPort }, (nuint)limit, open);
        Assert.Equal(fits, reason is null);
    }

    [Fact]
    public void Reason_NamesSettingNeedAndRemedy()
    {
        var reason = DescriptorLimit.Examine(new SipEndpointOptions { MaxCalls = 5_000 }, 1_024, 100);
        Assert.Equal(
            "MaxCalls 5000 needs 6064 open files, but this process may open 924 more of its 1024: lower MaxCalls, or raise the limit (ulimit -n, LimitNOFILE in a systemd unit).",
            reason
        );
    }

    [Fact]
    public void UnlimitedProcess_Fits() => Assert.Null(DescriptorLimit.Examine(new SipEndpointOptions(), nuint.MaxValue, 10));

    [Fact]
    public void ThisProcess_CanBeExamined() => Assert.Null(DescriptorLimit.Examine(new SipEndpointOptions { MaxCalls = 10 }));
}
