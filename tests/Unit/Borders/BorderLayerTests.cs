using Burgernet.Cells;
using Burgernet.Silo.Borders;
using Burgernet.Silo.Demonstration;
using Burgernet.TestKit;
using Microsoft.Extensions.Options;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using Xunit;
using Location = NetTopologySuite.Geometries.Location;

namespace Burgernet.Tests.Unit.Borders;

/// <summary>In which area a point lies.</summary>
public sealed class BorderLayerTests
{
    private static readonly GeometryFactory Factory = new();

    [Fact]
    public void Find_AnyPointOfTheCountry_IsWhatEveryPolygonByItselfSays()
    {
        using var folder = new TemporaryFolder();
        var areas = BorderFile.Read(SharedBorders.Municipalities(folder));
        var layer = new BorderLayer(areas);
        var alone = areas
            .OrderBy(area => area.Code, StringComparer.Ordinal)
            .Select(area => (area.Code, area.Shape.EnvelopeInternal, Locator: new SimplePointInAreaLocator(area.Shape)))
            .ToList();
        var random = new Random(7);

        for (var i = 0; i < 20_000; i++)
        {
            var point = new GeoPoint(50.7 + (2.9 * random.NextDouble()), 3.2 + (4.1 * random.NextDouble()));
            var coordinate = new Coordinate(point.Longitude, point.Latitude);
            var expected = alone
                .Where(area => area.EnvelopeInternal.Contains(coordinate) && area.Locator.Locate(coordinate) != Location.Exterior)
                .Select(area => area.Code)
                .FirstOrDefault();
            Assert.Equal(expected, layer.Find(point)?.Code);
        }
    }

    [Theory]
    [InlineData(52.2550, 6.1639, "GM0150", "VR04")] // Deventer
    [InlineData(52.2683, 6.1944, "GM0150", "VR04")] // Schalkhaar
    [InlineData(53.2194, 6.5665, "GM0014", "VR01")] // Groningen
    [InlineData(50.8514, 5.6910, "GM0935", "VR24")] // Maastricht
    [InlineData(52.7500, 5.4000, null, null)] // IJsselmeer, or what the coarse borders make of it
    [InlineData(51.5074, -0.1278, null, null)] // London
    public void Find_KnownPlaces_HaveTheirCodes(double latitude, double longitude, string? municipality, string? district)
    {
        using var folder = new TemporaryFolder();
        var borders = new ConfiguredBorders(
            Options.Create(
                new BorderOptions { Municipalities = SharedBorders.Municipalities(folder), Districts = SharedBorders.Districts(folder) }
            )
        );

        var codes = borders.Find(new GeoPoint(latitude, longitude));

        Assert.Equal(municipality, codes.Municipality);
        Assert.Equal(district, codes.District);
    }

    [Fact]
    public void Find_NoFilesConfigured_IsUnknown()
    {
        var borders = new ConfiguredBorders(Options.Create(new BorderOptions()));

        Assert.Equal(Burgernet.Participants.BorderCodes.Unknown, borders.Find(new GeoPoint(52.255, 6.164)));
    }

    [Fact]
    public void Find_InAHole_IsNotInTheAreaAroundIt()
    {
        var ring = Factory.CreatePolygon(Square(0, 10), [Square(4, 6)]);
        var layer = new BorderLayer([new BorderArea("RING", "Ring", ring)]);

        Assert.Equal("RING", layer.Find(new GeoPoint(1, 1))?.Code);
        Assert.Null(layer.Find(new GeoPoint(5, 5)));
    }

    [Fact]
    public void Find_WhereAreasOverlap_IsTheFirstByCode()
    {
        var layer = new BorderLayer([
            new BorderArea("B", "B", Factory.CreatePolygon(Square(0, 6))),
            new BorderArea("A", "A", Factory.CreatePolygon(Square(4, 10))),
        ]);

        Assert.Equal("A", layer.Find(new GeoPoint(5, 5))?.Code);
        Assert.Equal("B", layer.Find(new GeoPoint(3, 3))?.Code);
    }

    [Fact]
    public void InventedPeople_NearlyAll_LieInAMunicipality()
    {
        using var folder = new TemporaryFolder();
        var layer = new BorderLayer(BorderFile.Read(SharedBorders.Municipalities(folder)));
        var places = DutchPlaces.Read();
        var points = InventedParticipants
            .Create(new InventedLandscape(places, places), 20_000, 2012, DateTimeOffset.UnixEpoch.AddYears(56))
            .SelectMany(person => person.Registration.Profile.Locations)
            .Select(location => location.Point)
            .ToList();

        var outside = points.Count(point => layer.Find(point) is null);

        Assert.True(outside < points.Count * 0.02, $"{outside} of {points.Count} lie in the sea or abroad");
    }

    private static LinearRing Square(double from, double to) =>
        Factory.CreateLinearRing([new(from, from), new(to, from), new(to, to), new(from, to), new(from, from)]);
}
