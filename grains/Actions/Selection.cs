using Burgernet.Cells;
using Burgernet.Dialing;
using Burgernet.Grains.Cells;

namespace Burgernet.Grains.Actions;

/// <summary>Finds everyone in an area and hands them to the lanes, band by band, nearest first. Can be run again from the start: lanes drop whom they have.</summary>
internal sealed class Selection(
    Guid actionId,
    int lanes,
    CellQuery query,
    AreaSearch search,
    IGrainFactory grains,
    DateTimeOffset? deadline = null
)
{
    /// <summary>Runs until every band is stored, or until it should no longer go on.</summary>
    /// <param name="goOn">Asked before each band.</param>
    /// <param name="storing">Told, and waited for, before a band is stored: first attempts of later ones must wait.</param>
    /// <param name="stored">Told a lane's totals when it has stored its part.</param>
    /// <returns>Whether it came to the end.</returns>
    public async Task<bool> Run(Func<bool> goOn, Func<int, Task> storing, Func<LaneTotals, Task> stored)
    {
        await foreach (var band in search.Run(query))
        {
            if (!goOn())
            {
                return false;
            }

            await storing(band.Band);
            await Task.WhenAll(ByLane(band).Select(part => Store(band.Band, part.Lane, part.People, stored)));
        }

        return true;
    }

    private async Task Store(int band, int lane, CandidateBatch people, Func<LaneTotals, Task> stored) =>
        await stored(await grains.GetGrain<ILaneGrain>(LaneKey.Of(actionId, lane)).Add(band, people, deadline));

    private List<(int Lane, CandidateBatch People)> ByLane(FoundBand band)
    {
        var parts = new List<Candidate>?[lanes];
        foreach (ref readonly var person in band.People)
        {
            (parts[LaneKey.LaneOf(person.ParticipantId, lanes)] ??= []).Add(person);
        }

        var byLane = new List<(int Lane, CandidateBatch People)>();
        for (var lane = 0; lane < lanes; lane++)
        {
            if (parts[lane] is { } people)
            {
                byLane.Add((lane, CandidateBatch.Of([.. people])));
            }
        }

        return byLane;
    }
}
