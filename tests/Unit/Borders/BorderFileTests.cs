using System.Globalization;
using Burgernet.Silo.Borders;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.Borders;

/// <summary>What is said of border files that cannot be used.</summary>
public sealed class BorderFileTests
{
    private const string Square = "[[[5,52],[6,52],[6,53],[5,53],[5,52]]]";

    [Theory]
    [InlineData("{", "is not JSON", "is geen JSON")]
    [InlineData("[]", "FeatureCollection", "FeatureCollection")]
    [InlineData("""{"type":"Topology"}""", "is TopoJSON", "is TopoJSON")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "has no features", "heeft geen features")]
    [InlineData("""{"type":"FeatureCollection"}""", "FeatureCollection", "FeatureCollection")]
    [InlineData(
        """{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[{}]}""",
        "not in degrees",
        "niet in graden"
    )]
    [InlineData("""{"type":"FeatureCollection","features":[7]}""", "(feature 1) has no property 'statcode'", "heeft geen eigenschap")]
    public void Read_NotABorderFile_SaysWhy(string content, string english, string dutch) => SaysWhy(content, english, dutch);

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[5,52]}""", "neither a Polygon", "geen Polygon")]
    [InlineData("null", "has no geometry", "heeft geen geometrie")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "without rings", "zonder ringen")]
    [InlineData("""{"type":"Polygon","coordinates":[[[5,52],[6,52],[6,53],[5,53]]]}""", "not closed", "niet sluit")]
    [InlineData("""{"type":"Polygon","coordinates":[[[5,52],[6,"x"],[6,53],[5,52]]]}""", "not two numbers", "geen twee getallen")]
    [InlineData(
        """{"type":"Polygon","coordinates":[[[207000,474000],[208000,474000],[208000,475000],[207000,474000]]]}""",
        "degrees",
        "graden"
    )]
    public void Read_GeometryThatCannotBe_SaysWhyAndOfWhich(string geometry, string english, string dutch) =>
        SaysWhy(Collection(geometry), "(feature 1, GM0150)", dutch, english);

    [Fact]
    public void Read_NoSuchFile_SaysSo()
    {
        var wrong = Assert.Throws<BorderFileException>(() => BorderFile.Read(new BorderFileOptions { File = "/nowhere/borders.geojson" }));

        Assert.Contains("/nowhere/borders.geojson cannot be read", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("is niet te lezen", wrong.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ByteOrderMarkNameAndMultiPolygon_AreTaken()
    {
        var areas = Read('\ufeff' + Collection($$"""{"type":"MultiPolygon","coordinates":[{{Square}}]}"""));

        var area = Assert.Single(areas);
        Assert.Equal("GM0150", area.Code);
        Assert.Equal("Deventer", area.Name);
    }

    [Fact]
    public void Read_BordersOf2023_AreAllThere()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(342, BorderFile.Read(SharedBorders.Municipalities(folder)).Count);
        Assert.Equal(25, BorderFile.Read(SharedBorders.Districts(folder)).Count);
    }

    private static string Collection(string geometry) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"statcode":"GM0150","statnaam":"Deventer"},"geometry":{{geometry}}}]}"""
        );

    private static void SaysWhy(string content, string english, string dutch, string? also = null)
    {
        var wrong = Assert.Throws<BorderFileException>(() => Read(content));

        Assert.Contains(english, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(also ?? "", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(dutch, wrong.Dutch, StringComparison.Ordinal);
    }

    private static List<BorderArea> Read(string content)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "borders.geojson");
        File.WriteAllText(file, content);
        return BorderFile.Read(new BorderFileOptions { File = file });
    }
}
