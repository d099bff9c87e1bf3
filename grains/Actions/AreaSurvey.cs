using Burgernet.Actions;
using Burgernet.Cells;
using Burgernet.Grains.Cells;
using Burgernet.H3;

namespace Burgernet.Grains.Actions;

/// <summary>What an area means in cells and people, before anyone is called; or why it cannot be used.</summary>
/// <param name="Cells">How many cells it touches.</param>
/// <param name="Populated">How many of them somebody lives in.</param>
/// <param name="Residents">Subscriptions in them: at least as many as lie in the area itself.</param>
/// <param name="Problem">Why the area cannot be used, or null.</param>
internal sealed record AreaSurvey(int Cells, int Populated, int Residents, ActionProblem? Problem)
{
    /// <summary>Rings of regions (17 km each) around the incident point that are searched for participants before an area counts as far away.</summary>
    private const int NearbyRings = 3;

    /// <summary>Asks the regions about an area.</summary>
    public static async Task<AreaSurvey> Of(Area area, GeoPoint from, int mostCells, IGrainFactory grains)
    {
        var cover = AreaCover.Of(area);
        if (cover.Count > mostCells)
        {
            return new AreaSurvey(cover.Count, 0, 0, new ActionProblem(ActionProblemCode.AreaTooLarge));
        }

        var regions = cover.ByRegion();
        var populations = await Task.WhenAll(regions.Select(region => Population(region.Region, grains)));
        var (populated, residents) = (0, 0);
        foreach (var (region, population) in regions.Zip(populations))
        {
            foreach (var slot in region.Whole.ToSlots().Concat(region.Border.ToSlots()))
            {
                populated += population.At(slot) > 0 ? 1 : 0;
                residents += population.At(slot);
            }
        }

        var problem = populated > 0 ? null : new ActionProblem(await WhyEmpty(from, grains));
        return new AreaSurvey(cover.Count, populated, residents, problem);
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
        var here = H3Grid.LatLngToCell(new LatLng(point.Latitude, point.Longitude), CellMask.RegionResolution);
        var populations = await Task.WhenAll(H3Grid.GridDisk(here, NearbyRings).Select(region => Population(region.Value, grains)));
        return populations.Any(population => !population.IsEmpty);
    }

    private static Task<RegionPopulation> Population(ulong region, IGrainFactory grains) =>
        grains.GetGrain<IRegionGrain>((long)region).Population().AsTask();
}
