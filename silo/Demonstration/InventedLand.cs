using Burgernet.Cells;
using NetTopologySuite.Algorithm.Hull;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using Location = NetTopologySuite.Geometries.Location;

namespace Burgernet.Silo.Demonstration;

/// <summary>Where there is land with people, as far as the list of places tells: within the outline around them, holes where for many kilometres there is no place.</summary>
/// <remarks>No border file ships with the node; invented people in the sea or abroad would still look silly on a map. Good to a kilometre or two.</remarks>
internal sealed class InventedLand
{
    private const double MetresPerDegree = 111_195;

    /// <summary>Gaps wider than this between places are water, heath or somebody else's country.</summary>
    private const double WidestGap = 14_000;

    /// <summary>A place goes on for so far beyond its centre.</summary>
    private const double Edge = 700;

    private readonly double _metresPerDegreeEast;
    private readonly IndexedPointInAreaLocator _outline;

    /// <summary>The land around these places.</summary>
    public InventedLand(IReadOnlyList<Place> places)
    {
        _metresPerDegreeEast = MetresPerDegree * Math.Cos(double.DegreesToRadians(places.Average(place => place.Center.Latitude)));
        var points = new GeometryFactory().CreateMultiPointFromCoords([.. places.Select(place => Flat(place.Center))]);
        var hull = new ConcaveHull(points) { MaximumEdgeLength = WidestGap, HolesAllowed = true }.GetHull();
        _outline = new IndexedPointInAreaLocator(hull.Buffer(Edge));
    }

    /// <summary>Whether people may live there.</summary>
    public bool Contains(GeoPoint point) => _outline.Locate(Flat(point)) != Location.Exterior;

    /// <summary>A point so many metres north and east of another.</summary>
    public static GeoPoint Offset(GeoPoint from, double north, double east) =>
        new(
            Math.Round(from.Latitude + (north / MetresPerDegree), 6),
            Math.Round(from.Longitude + (east / (MetresPerDegree * Math.Cos(double.DegreesToRadians(from.Latitude)))), 6)
        );

    private Coordinate Flat(GeoPoint point) => new(point.Longitude * _metresPerDegreeEast, point.Latitude * MetresPerDegree);
}
