using System.Runtime.CompilerServices;
using Burgernet.Cells;
using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Cells;

/// <summary>Finds everyone in an area, band by band, nearest first. For any grain.</summary>
/// <remarks>
/// Who takes part in the area from the beginning to the end is found exactly once, however they move meanwhile, and who left before it began is not:
/// a place in the change log is marked before the first cell is read; afterwards the register itself is asked about whoever changed since then,
/// or had changed before without their cells knowing. Of the latter, what cells say does not count. When these are too many to look at one by
/// one (an import is at work), the register is asked about the whole area.
/// </remarks>
/// <param name="regionAt">The grain of a region.</param>
/// <param name="changes">Who changed meanwhile.</param>
/// <param name="register">The second look.</param>
/// <param name="instruments">What is measured.</param>
/// <param name="time">The clock.</param>
internal sealed class AreaSearch(
    Func<ulong, IRegionGrain> regionAt,
    IChangeLog changes,
    RegisterSearch register,
    CellInstruments instruments,
    TimeProvider time
)
{
    private static readonly HashSet<Guid> NoOne = [];

    /// <summary>Cells are asked in rounds: the first of about so many, so that the nearest people are known soon. Default 128.</summary>
    public int CellsFirst { get; init; } = 128;

    /// <summary>Each round is twice as large as the one before, up to about so many: about 180,000 people where they live densest. Default 4,096.</summary>
    public int CellsARound { get; init; } = 4_096;

    /// <summary>Up to so many changed people are looked at one by one. Default 2,000.</summary>
    public int MostChanged { get; init; } = 2_000;

    /// <summary>Searches.</summary>
    /// <param name="query">What is asked; with an area.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Bands with somebody in them: ascending, and then once more for those whom only the second look found.</returns>
    public async IAsyncEnumerable<FoundBand> Run(CellQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var area = query.Area ?? throw new ArgumentException("A search needs an area", nameof(query));
        var began = time.GetTimestamp();
        var marking = changes.Marker(MostChanged);
        var cover = AreaCover.Of(area);
        var plan = SelectionPlan.Of(cover, query.From);
        var marker = await marking;
        var bins = new BandBins();
        if (!marker.Untold.More)
        {
            var untold = marker.Untold.Participants.ToHashSet();
            var cells = CellsFirst;
            var round = Ask(plan, query, cells);
            while (round is not null)
            {
                var answers = await round;
                var complete = plan.NextBand;
                cancellationToken.ThrowIfCancellationRequested();
                cells = Math.Min(2 * cells, CellsARound);
                round = plan.Exhausted ? null : Ask(plan, query, cells);
                foreach (var batch in answers.SelectMany(answer => answer))
                {
                    bins.Add(batch, untold);
                }

                while (bins.TryTake(complete, out var band))
                {
                    yield return band;
                }
            }
        }

        await LookAgain(query, cover, marker, bins, cancellationToken);
        while (bins.TryTake(int.MaxValue, out var band))
        {
            yield return band;
        }

        instruments.AreaSearched(bins.Taken, time.GetElapsedTime(began));
    }

    private async Task LookAgain(CellQuery query, AreaCover cover, ChangeMarker marker, BandBins bins, CancellationToken cancellationToken)
    {
        var changed = await changes.ChangedSince(marker.Position, MostChanged);
        if (changed.More || marker.Untold.More)
        {
            await foreach (var batch in register.Area(query, cover, cancellationToken))
            {
                bins.Add(batch, NoOne);
            }

            return;
        }

        HashSet<Guid> doubtful = [.. marker.Untold.Participants, .. changed.Participants];
        if (doubtful.Count > 0)
        {
            bins.Add(await register.Participants(query, cover, doubtful), NoOne);
        }
    }

    private Task<CandidateBatch[][]> Ask(SelectionPlan plan, CellQuery query, int cells)
    {
        var wholly = query.OfWholeCells();
        var regions = plan.Take(cells);
        var asked = new Task<CandidateBatch[]>[regions.Count];
        for (var i = 0; i < asked.Length; i++)
        {
            var region = regions[i];

            // An area may have thousands of points: it only goes where it is needed.
            var question = region.Border.IsEmpty ? wholly : query;
            asked[i] = regionAt(region.Region).Select(question, region.Whole, region.Border);
        }

        return Task.WhenAll(asked);
    }
}
