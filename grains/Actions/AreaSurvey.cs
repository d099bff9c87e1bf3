using Burgernet.Actions;
using Burgernet.Cells;
using Burgernet.Grains.Cells;

namespace Burgernet.Grains.Actions;

/// <summary>What an area means in cells and people, before anyone is called; or why it cannot be used.</summary>
/// <param name="Cells">How many cells it touches.</param>
/// <param name="Populated">Those in which somebody lives.</param>
/// <param name="Residents">Subscriptions in the populated cells: at least as many as lie in the area itself.</param>
/// <param name="Problem">Why the area cannot be used, or null.</param>
internal sealed record AreaSurvey(int Cells, IReadOnlyList<CellReach> Populated, int Residents, ActionProblem? Problem)
{
    /// <summary>Rings of regions (17 km each) around the incident point that are searched for participants before an area counts as far away.</summary>
    private const int NearbyRings = 3;

    /// <summary>Asks the regions about an area.</summary>
    public static async Task<AreaSurvey> Of(Area area, GeoPoint from, int mostCells, IGrainFactory grains)
    {
        var cells = AreaCells.Overlapping(area);
        if (cells.Length > mostCells)
        {
            return Refused(cells.Length, ActionProblemCode.AreaTooLarge);
        }

        var regions = cells.GroupBy(AreaCells.Region).ToArray();
        var populatedByRegion = await Task.WhenAll(
            regions.Select(region => grains.GetGrain<IRegionGrain>((long)region.Key).Populated().AsTask())
        );
        var populated = populatedByRegion.SelectMany(cell => cell).ToDictionary(cell => cell.Cell, cell => cell.Count);
        var reached = cells.Where(cell => populated.ContainsKey(cell.Value)).Select(cell => AreaCells.Reach(cell, from)).ToArray();
        if (reached.Length > 0)
        {
            return new AreaSurvey(cells.Length, reached, reached.Sum(cell => populated[cell.Cell]), null);
        }

        return Refused(cells.Length, await WhyEmpty(from, grains));
    }

    private static async Task<ActionProblemCode> WhyEmpty(GeoPoint from, IGrainFactory grains)
    {
        if (await AnyoneNear(from, grains))
        {
            return ActionProblemCode.AreaWithoutParticipants;
        }

        var swapped = new GeoPoint(from.Longitude, from.Latitude);
        return Math.Abs(swapped.Latitude) <= 90 && await AnyoneNear(swapped, grains)
            ? ActionProblemCode.AreaCoordinatesSwapped
            : ActionProblemCode.AreaFarFromParticipants;
    }

    private static async Task<bool> AnyoneNear(GeoPoint point, IGrainFactory grains)
    {
        var regions = AreaCells.RegionsAround(point, NearbyRings);
        var populated = await Task.WhenAll(regions.Select(region => grains.GetGrain<IRegionGrain>((long)region).Populated().AsTask()));
        return populated.Any(cells => cells.Length > 0);
    }

    private static AreaSurvey Refused(int cells, ActionProblemCode code) => new(cells, [], 0, new ActionProblem(code));
}
