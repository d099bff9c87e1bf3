using Burgernet.Silo.Borders;
using Burgernet.TestKit;
using Microsoft.Extensions.Options;
using NetTopologySuite.Geometries;
using Xunit;

namespace Burgernet.Tests.Unit.Borders;

public sealed class MunicipalityBordersTests
{
    private static readonly Point Deventer = new(6.1639, 52.2550);
    private static readonly Point Groningen = new(6.5665, 53.2194);

    [Theory]
    [InlineData("0150")]
    [InlineData("GM0150")]
    [InlineData("gm0150")]
    public void Shapes_OfAMunicipality_AreThoseOfItsCode(string code)
    {
        using var folder = new TemporaryFolder();
        var options = new BorderOptions { Municipalities = SharedBorders.Municipalities(folder) };
        var shapes = new MunicipalityBorders(new ConfiguredBorders(Options.Create(options))).ShapesOf(code);

        Assert.Contains(shapes, shape => shape.Contains(Deventer));
        Assert.DoesNotContain(shapes, shape => shape.Contains(Groningen));
    }

    [Theory]
    [InlineData("9999")]
    [InlineData("150")]
    [InlineData("")]
    public void Shapes_OfACodeThatIsNone_AreNone(string code)
    {
        using var folder = new TemporaryFolder();
        var options = new BorderOptions { Municipalities = SharedBorders.Municipalities(folder) };

        Assert.Empty(new MunicipalityBorders(new ConfiguredBorders(Options.Create(options))).ShapesOf(code));
        Assert.Empty(new MunicipalityBorders(new ConfiguredBorders(Options.Create(new BorderOptions()))).ShapesOf(code));
    }
}
