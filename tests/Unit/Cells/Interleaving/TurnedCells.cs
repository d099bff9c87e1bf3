using Burgernet.Cells;
using Burgernet.Grains.Cells;
using Burgernet.Participants;

namespace Burgernet.Tests.Unit.Cells.Interleaving;

/// <summary>Cells and regions with the logic of the real ones, whose messages wait for a turn on the way there and on the way back.</summary>
/// <param name="turns">When they go on.</param>
/// <param name="register">What they read.</param>
/// <param name="apart">Whether cells stand on other silos than their regions, as they may while a cluster changes: every question is a message then.</param>
internal sealed class TurnedCells(Turns turns, TurnedRegister register, bool apart)
{
    private readonly Dictionary<ulong, Cell> _cells = [];
    private readonly Dictionary<ulong, Region> _regions = [];
    private readonly LocalCells _local = new();

    public IRegionGrain RegionAt(ulong region) =>
        _regions.TryGetValue(region, out var known)
            ? known
            : _regions[region] = new Region(turns, new RegionBook(region, register, _local.Of(region), CellAt));

    public IGeoCellGrain CellAt(ulong cell) => Known(cell);

    /// <summary>As a warm-up does.</summary>
    public Task Fill(ulong cell, PackedCell content) => Known(cell).Fill(content);

    /// <summary>Tells cells and regions of a change, as a participant does.</summary>
    public async Task Tell(ParticipantVersion changed, ulong[] cells)
    {
        await Task.WhenAll(cells.Select(cell => CellAt(cell).Apply([changed])));
        await Task.WhenAll(cells.GroupBy(CellMask.RegionOf).Select(region => RegionAt(region.Key).Recount([.. region])));
    }

    /// <summary>Has cells and regions read again, as an import does.</summary>
    public async Task Reload(ulong[] cells)
    {
        await Task.WhenAll(cells.Select(cell => CellAt(cell).Reload()));
        await Task.WhenAll(cells.Select(CellMask.RegionOf).Distinct().Select(region => RegionAt(region).Reload()));
    }

    private Cell Known(ulong cell)
    {
        if (!_cells.TryGetValue(cell, out var known))
        {
            var book = new CellBook(cell, register);
            _cells[cell] = known = new Cell(turns, book);
            if (!apart)
            {
                _local.Of(CellMask.RegionOf(cell)).Add(cell, book);
            }
        }

        return known;
    }

    private sealed class Cell(Turns turns, CellBook book) : IGeoCellGrain
    {
        public async ValueTask<CandidateBatch> Select(CellQuery query)
        {
            await turns.Next();
            var found = await book.Select(query);
            await turns.Next();
            return found;
        }

        public Task Apply(ParticipantVersion[] changed) => Message(() => book.Apply(changed));

        public Task Reload() => Message(book.Reload);

        public async Task Fill(PackedCell content)
        {
            await turns.Next();
            book.Fill(content);
        }

        private async Task Message(Func<Task> handle)
        {
            await turns.Next();
            await handle();
            await turns.Next();
        }
    }

    private sealed class Region(Turns turns, RegionBook book) : IRegionGrain
    {
        public async ValueTask<RegionPopulation> Population()
        {
            await turns.Next();
            return await book.Population();
        }

        public async Task<CandidateBatch[]> Select(CellQuery query, CellMask whole, CellMask border)
        {
            await turns.Next();
            var found = await book.Select(query, whole, border);
            await turns.Next();
            return found;
        }

        public async Task Recount(ulong[] cells)
        {
            await turns.Next();
            await book.Recount(cells);
        }

        public async Task Reload()
        {
            await turns.Next();
            await book.Reload();
        }
    }
}
