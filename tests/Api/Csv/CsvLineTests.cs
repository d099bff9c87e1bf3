using Burgernet.Api.Csv;

namespace Burgernet.Tests.Api.Csv;

public sealed class CsvLineTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Jan", "Jan")]
    [InlineData("Jan-Peter = 1", "Jan-Peter = 1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+31612345678", "\"'+31612345678\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=\"a\",b", "\"'=\"\"a\"\",b\"")]
    public void Cell_OfText_IsQuotedAndNeverAFormula(string text, string cell) => Assert.Equal(cell, CsvLine.Cell(text));

    [Fact]
    public void Line_OfCells_HasThemAllInOrder() => Assert.Equal("a,,\"'=c\"", CsvLine.Of("a", null, "=c"));
}
