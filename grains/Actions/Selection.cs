using Burgernet.Cells;
using Burgernet.Dialing;
using Burgernet.Grains.Cells;

namespace Burgernet.Grains.Actions;

/// <summary>Finds everyone in an area and hands them to the lanes, band by band, nearest first. Can be run again from the start: lanes drop whom they have.</summary>
internal sealed class Selection(Guid actionId, int lanes, CellQuery query, IReadOnlyList<CellReach> cells, IGrainFactory grains)
{
    /// <summary>Runs until every band is stored, or until it should no longer go on.</summary>
    /// <param name="goOn">Asked before each band.</param>
    /// <param name="storing">Told before a band is stored: first attempts of later ones must wait.</param>
    /// <param name="stored">Told a lane's totals when it has stored its part.</param>
    /// <returns>Whether it came to the end.</returns>
    public async Task<bool> Run(Func<bool> goOn, Action<int> storing, Func<LaneTotals, Task> stored)
    {
        var plan = new SelectionPlan(cells);
        var found = new SortedDictionary<int, List<Candidate>>();
        var band = 0;
        while (true)
        {
            var reads = plan.TakeThrough(band).Select(region => grains.GetGrain<IRegionGrain>((long)region.Key).Select(query, [.. region]));
            foreach (var candidate in (await Task.WhenAll(reads)).SelectMany(read => read))
            {
                var own = DistanceBand.Of(candidate.DistanceMetres);
                if (!found.TryGetValue(own, out var others))
                {
                    found[own] = others = [];
                }

                others.Add(candidate);
            }

            if (found.Remove(band, out var candidates))
            {
                if (!goOn())
                {
                    return false;
                }

                storing(band);
                await StoreBand(band, candidates, stored);
            }

            var next = Math.Min(found.Count > 0 ? found.First().Key : int.MaxValue, plan.NextBand);
            if (next == int.MaxValue)
            {
                return true;
            }

            band = next;
        }
    }

    private async Task StoreBand(int band, List<Candidate> candidates, Func<LaneTotals, Task> stored)
    {
        var parts = candidates
            .GroupBy(candidate => LaneKey.LaneOf(candidate.ParticipantId, lanes))
            .Select(async part =>
            {
                var lane = grains.GetGrain<ILaneGrain>(LaneKey.Of(actionId, part.Key));
                await stored(await lane.Add(band, [.. part]));
            });
        await Task.WhenAll(parts);
    }
}
