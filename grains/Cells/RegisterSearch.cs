using System.Runtime.CompilerServices;
using Burgernet.Cells;
using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Cells;

/// <summary>Selects from the register itself: by what stands in it at one moment, at the price of reading it.</summary>
internal sealed class RegisterSearch(ISubscriptionStore store)
{
    /// <summary>Up to so many cells are read at once; beyond, the whole register goes by in a stream.</summary>
    private const int MostCells = 5_000;

    private readonly HoursPool _hours = new();

    /// <summary>Those of these participants who are selected.</summary>
    public async Task<CandidateBatch> Participants(CellQuery query, AreaCover cover, IReadOnlyCollection<Guid> participants)
    {
        var now = await store.ReadParticipants(participants);
        List<Candidate> found = [];
        foreach (var (cell, subscriptions) in CellRuns.Of([.. now.OrderBy(subscription => subscription.Cell)]))
        {
            found.AddRange(Select(query, cover, cell, subscriptions).Candidates);
        }

        return CandidateBatch.Of([.. found]);
    }

    /// <summary>Who is selected in an area, by one consistent state of the register.</summary>
    public async IAsyncEnumerable<CandidateBatch> Area(
        CellQuery query,
        AreaCover cover,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (cover.Count <= MostCells)
        {
            foreach (var (cell, subscriptions) in CellRuns.Of(await store.ReadCells(cover.Cells.ToArray())))
            {
                yield return Select(query, cover, cell, subscriptions);
            }

            yield break;
        }

        await foreach (var batch in store.ReadAll(cancellationToken))
        {
            foreach (var (cell, subscriptions) in CellRuns.Of(batch))
            {
                yield return Select(query, cover, cell, subscriptions);
            }
        }
    }

    private CandidateBatch Select(CellQuery query, AreaCover cover, ulong cell, IReadOnlyList<Subscription> subscriptions) =>
        !cover.Touches(cell) ? default : PackedCell.Of(subscriptions, _hours).Select(cover.IsWhole(cell) ? query.OfWholeCells() : query);
}
