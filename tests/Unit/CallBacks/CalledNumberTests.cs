using Burgernet.Grains.CallBacks;
using Xunit;

namespace Burgernet.Tests.Unit.CallBacks;

public sealed class CalledNumberTests
{
    [Theory]
    [InlineData("+31990000001", "+31990000001", true)]
    [InlineData("0031990000001", "+31990000001", true)]
    [InlineData("31990000001", "+31990000001", true)]
    [InlineData("0990000001", "+31990000001", true)]
    [InlineData("+31990000001;phone-context=+31", "+31990000001", true)]
    [InlineData("+31990000002", "+31990000001", false)]
    [InlineData("990000001", "+31990000001", false)]
    [InlineData("", "+31990000001", false)]
    [InlineData("anonymous", "", false)]
    public void Numbers_HoweverACarrierWritesThem_AreCompared(string called, string own, bool same) =>
        Assert.Equal(same, CalledNumber.IsSame(called, own));
}
