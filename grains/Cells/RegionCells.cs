using Burgernet.Cells;

namespace Burgernet.Grains.Cells;

/// <summary>The cells of one region that are awake on this silo. For any thread.</summary>
/// <remarks>
/// To read a cell here is to ask its activation, without the way there: what it was told of before it answered whoever told it, is in what is read. The books stand here and not
/// their content, so that an activation that is on its way out cannot write over what its successor read.
/// </remarks>
internal sealed class RegionCells
{
    private readonly CellBook?[] _books = new CellBook?[CellMask.Slots];

    /// <summary>What a cell holds, or null: it is not awake here, or has not read the register yet, and must be asked.</summary>
    /// <param name="slot">Its slot, see <see cref="CellMask"/>.</param>
    public PackedCell? At(int slot) => Volatile.Read(ref _books[slot])?.Content;

    /// <summary>A cell woke here.</summary>
    /// <param name="cell">H3 cell, resolution 8.</param>
    /// <param name="book">What it knows.</param>
    public void Add(ulong cell, CellBook book) => Volatile.Write(ref _books[CellMask.SlotOf(cell)], book);

    /// <summary>A cell is no longer awake here, unless another activation took its place.</summary>
    /// <param name="cell">H3 cell, resolution 8.</param>
    /// <param name="book">What it knew.</param>
    public void Remove(ulong cell, CellBook book) => Interlocked.CompareExchange(ref _books[CellMask.SlotOf(cell)], null, book);
}
