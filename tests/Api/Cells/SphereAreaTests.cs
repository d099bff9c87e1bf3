using Burgernet.Cells;

namespace Burgernet.Tests.Api.Cells;

public sealed class SphereAreaTests
{
    [Fact]
    public void Circle_Small_IsAsInThePlane() => Assert.Equal(Math.PI, SphereArea.OfCircle(1000), 1e-6);

    [Fact]
    public void Circle_HalfWayRound_IsTheWholeSphere() => Assert.Equal(510_065_621.7, SphereArea.OfCircle(30_000_000), 1.0);

    [Fact]
    public void Polygon_OneDegreeAtTheEquator_IsWhatTheSphereSays()
    {
        // R²·Δλ·(sin φ₂ - sin φ₁) for the square between the equator and 1° north.
        GeoPoint[] square = [new(0, 0), new(0, 1), new(1, 1), new(1, 0)];

        Assert.Equal(12_363.7, SphereArea.OfPolygons([new AreaPolygon(square, [])]), 0.5);
    }

    [Fact]
    public void Polygon_WithAHole_IsSmallerByIt()
    {
        GeoPoint[] outer = [new(52, 6), new(52, 6.2), new(52.2, 6.2), new(52.2, 6)];
        GeoPoint[] hole = [new(52.05, 6.05), new(52.15, 6.05), new(52.15, 6.15), new(52.05, 6.15)];
        var whole = SphereArea.OfPolygons([new AreaPolygon(outer, [])]);
        var less = SphereArea.OfPolygons([new AreaPolygon(outer, [hole])]);

        Assert.Equal(0.75, less / whole, 1e-4);
    }
}
