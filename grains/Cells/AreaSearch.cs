using System.Runtime.CompilerServices;
using Burgernet.Cells;
using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Cells;

/// <summary>Finds everyone in an area, band by band, nearest first. For any grain.</summary>
/// <remarks>
/// Who takes part in the area from the beginning to the end is found exactly once, however they move meanwhile, and who left before it began is not:
/// <list type="bullet">
/// <item>It goes by a marker in the change log from before the first cell is read. Of whoever was untold then, what cells say does not count.</item>
/// <item>Once the first cells were read, the log names whoever changed since the marker: what cells say of them does not count either. Of everybody else,
/// cells have known the same since the marker, and nobody is given out sooner.</item>
/// <item>When all cells were read it is asked again, unless those were all. Whom it named, and who was untold, is then looked at in the register itself.</item>
/// </list>
/// When these are too many to look at one by one, or an import has written past cells that it did not have read again yet, the register is asked about the whole area.
/// </remarks>
/// <param name="regionAt">The grain of a region.</param>
/// <param name="markers">From where on.</param>
/// <param name="changes">Who changed meanwhile.</param>
/// <param name="register">The second look.</param>
/// <param name="instruments">What is measured.</param>
/// <param name="time">The clock.</param>
internal sealed class AreaSearch(
    Func<ulong, IRegionGrain> regionAt,
    RecentMarker markers,
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

    /// <summary>Searches.</summary>
    /// <param name="query">What is asked; with an area.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Bands with somebody in them: ascending, and then once more for those whom only the second look found.</returns>
    public async IAsyncEnumerable<FoundBand> Run(CellQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var area = query.Area ?? throw new ArgumentException("A search needs an area", nameof(query));
        var began = time.GetTimestamp();
        var taking = markers.Take();
        var cover = AreaCover.Of(area);
        var plan = SelectionPlan.Of(cover, query.From);
        var marker = await taking;
        var doubtful = marker.Untold.Participants.ToHashSet();
        var changed = marker.Untold;
        var bins = new BandBins();
        var (rounds, cells) = (0, CellsFirst);
        var round = changed.More ? null : Ask(plan, query, cells);
        while (round is not null)
        {
            var answers = await round;
            var complete = plan.NextBand;
            cancellationToken.ThrowIfCancellationRequested();
            if (rounds++ == 0)
            {
                changed = await changes.ChangedSince(marker.Position, markers.MostNamed);
                doubtful.UnionWith(changed.Participants);
                if (changed.More)
                {
                    break;
                }
            }

            cells = Math.Min(2 * cells, CellsARound);
            round = plan.Exhausted ? null : Ask(plan, query, cells);
            foreach (var batch in answers.SelectMany(answer => answer))
            {
                bins.Add(batch, doubtful);
            }

            while (bins.TryTake(complete, out var band))
            {
                yield return band;
            }
        }

        if (rounds > 1)
        {
            changed = await changes.ChangedSince(marker.Position, markers.MostNamed);
            doubtful.UnionWith(changed.Participants);
        }

        await LookAgain(query, cover, doubtful, changed.More, bins, cancellationToken);
        while (bins.TryTake(int.MaxValue, out var band))
        {
            yield return band;
        }

        instruments.AreaSearched(bins.Taken, time.GetElapsedTime(began));
    }

    private async Task LookAgain(
        CellQuery query,
        AreaCover cover,
        HashSet<Guid> doubtful,
        bool everywhere,
        BandBins bins,
        CancellationToken cancellationToken
    )
    {
        if (everywhere)
        {
            await foreach (var batch in register.Area(query, cover, cancellationToken))
            {
                bins.Add(batch, NoOne);
            }
        }
        else if (doubtful.Count > 0)
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
