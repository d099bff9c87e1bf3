using Burgernet.Cells;
using Burgernet.H3;

namespace Burgernet.Grains.Cells;

/// <summary>The H3 cells of an area.</summary>
internal static class AreaCells
{
    /// <summary>Resolution of the cells that hold subscriptions.</summary>
    public const int CellResolution = 8;

    /// <summary>Resolution of the regions that know which cells are populated.</summary>
    public const int RegionResolution = 5;

    /// <summary>Every cell that the area touches.</summary>
    public static H3Index[] Overlapping(Area area) =>
        area switch
        {
            CircleArea circle => H3Grid.CircleToCells(
                ToLatLng(circle.Center),
                circle.RadiusMetres,
                CellResolution,
                ContainmentMode.Overlapping
            ),
            PolygonArea polygons => [.. polygons.Parts.SelectMany(Overlapping).Distinct()],
            _ => throw new ArgumentException($"No cells for {area.GetType().Name}", nameof(area)),
        };

    /// <summary>A cell with the first band in which somebody can live in it.</summary>
    public static CellReach Reach(H3Index cell, GeoPoint from)
    {
        var center = ToPoint(H3Grid.CellToLatLng(cell));
        var reach = 0.0;
        foreach (var corner in H3Grid.CellToBoundary(cell))
        {
            reach = Math.Max(reach, center.DistanceTo(ToPoint(corner)));
        }

        return new CellReach(cell.Value, Region(cell), SelectionPlan.FirstBandOf(from, center, reach));
    }

    /// <summary>The region of a cell.</summary>
    public static ulong Region(H3Index cell) => H3Grid.CellToParent(cell, RegionResolution).Value;

    /// <summary>The regions around a point, its own included.</summary>
    public static ulong[] RegionsAround(GeoPoint point, int rings) =>
        [.. H3Grid.GridDisk(H3Grid.LatLngToCell(ToLatLng(point), RegionResolution), rings).Select(region => region.Value)];

    private static H3Index[] Overlapping(AreaPolygon polygon) =>
        H3Grid.PolygonToCells(
            new GeoPolygon(Ring(polygon.Outer), [.. polygon.Holes.Select(Ring)]),
            CellResolution,
            ContainmentMode.Overlapping
        );

    private static ReadOnlyMemory<LatLng> Ring(GeoPoint[] ring) => ring.Select(ToLatLng).ToArray();

    private static LatLng ToLatLng(GeoPoint point) => new(point.Latitude, point.Longitude);

    private static GeoPoint ToPoint(LatLng point) => new(point.Latitude, point.Longitude);
}
