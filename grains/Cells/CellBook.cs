using Burgernet.Cells;
using Burgernet.Participants;

namespace Burgernet.Grains.Cells;

/// <summary>What a cell knows, and how it keeps in step with the register. Not for several threads but for <see cref="Content"/>; calls interleave.</summary>
/// <remarks>Reads of the register go one after the other, so that what a later one found is never overwritten by an earlier one.</remarks>
internal sealed class CellBook(ulong cell, ICellReads reads)
{
    private readonly OneByOne _reading = new();
    private volatile PackedCell? _content;

    /// <summary>What it read of the register, or null where it did not yet. For any thread.</summary>
    public PackedCell? Content => _content;

    /// <summary>Who is selected; reads the cell first where it was not read yet.</summary>
    public ValueTask<CandidateBatch> Select(CellQuery query) =>
        _content is { } content ? ValueTask.FromResult(content.Select(query)) : new ValueTask<CandidateBatch>(ReadAndSelect(query));

    /// <summary>Looks at the register for those of whom it does not have this version or a later one.</summary>
    public Task Apply(ParticipantVersion[] changed) =>
        // A read that begins now sees the change; one under way may have begun before it.
        _content is null
        && !_reading.Busy
            ? Load()
            : _reading.Run(() => Catchup(changed));

    /// <summary>Reads the cell again.</summary>
    public Task Reload() => _reading.Run(ReadCell);

    /// <summary>Takes what was read for it, unless it reads or has read for itself: that is no older.</summary>
    public void Fill(PackedCell content)
    {
        if (!_reading.Busy)
        {
            _content ??= content;
        }
    }

    private async Task<CandidateBatch> ReadAndSelect(CellQuery query)
    {
        await Load();
        return _content!.Select(query);
    }

    private Task Load() => _reading.Run(() => _content is null ? ReadCell() : Task.CompletedTask);

    private async Task Catchup(ParticipantVersion[] changed)
    {
        if (_content is not { } content)
        {
            await ReadCell();
            return;
        }

        var unknown = changed.Where(change => !content.Has(change)).Select(change => change.ParticipantId).ToHashSet();
        if (unknown.Count > 0)
        {
            var now = await reads.Participants(unknown);
            _content = content.With(unknown, [.. now.Where(subscription => subscription.Cell == cell)], reads.Hours);
        }
    }

    private async Task ReadCell() => _content = await reads.Cell(cell);
}
