using Burgernet.Practice;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Practice;

public sealed class PracticeNumbersTests
{
    [Theory]
    [InlineData(0, "+31990000000")]
    [InlineData(42, "+31990000042")]
    [InlineData(9_999_999, "+31999999999")]
    public void Format_KnownIndex_GivesE164(int index, string number) => Assert.Equal(number, PracticeNumbers.Format(index));

    [Fact]
    public void Format_AnyIndex_ComesBack() =>
        Gen.Int[0, PracticeNumbers.Count - 1]
            .Sample(index => PracticeNumbers.TryGetIndex(PracticeNumbers.Format(index), out var back) && back == index);

    [Theory]
    [InlineData(-1)]
    [InlineData(PracticeNumbers.Count)]
    public void Format_OutsideBlock_Throws(int index) => Assert.Throws<ArgumentOutOfRangeException>(() => PracticeNumbers.Format(index));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("+31000000000")]
    [InlineData("+31970123456")]
    [InlineData("31990000000")]
    [InlineData("0031990000000")]
    [InlineData("0990000000")]
    [InlineData("+3199000000")]
    [InlineData("+319900000000")]
    [InlineData("+3199000000a")]
    [InlineData("+3199000000٣")]
    [InlineData("+32990000000")]
    public void IsPractice_AnythingElse_IsFalse(string? number) => Assert.False(PracticeNumbers.IsPractice(number));

    [Fact]
    public void Count_CoversNationalRegister() => Assert.True(PracticeNumbers.Count >= 3_000_000);
}
