using System.Buffers;

namespace Burgernet.H3.Regions;

/// <summary>Takes the cells that a fill finds: into a caller's room, or into rented room that grows.</summary>
internal ref struct CellSink
{
    private readonly bool _grows;
    private Span<H3Index> _room;
    private H3Index[]? _rented;

    internal CellSink(Span<H3Index> room) => _room = room;

    private CellSink(int room)
    {
        _grows = true;
        _rented = ArrayPool<H3Index>.Shared.Rent(room);
        _room = _rented;
    }

    /// <summary>The cells found; where there was too little room, more than were written.</summary>
    internal long Count { get; private set; }

    /// <summary>What was written.</summary>
    internal readonly Span<H3Index> Written => _room[..(int)Math.Min(Count, _room.Length)];

    /// <summary>Whether all that was found was written.</summary>
    internal readonly bool Fits => Count <= _room.Length;

    internal static CellSink Growing() => new(1024);

    internal void Add(ulong cell)
    {
        if (Count >= _room.Length && _grows)
        {
            Grow(1);
        }

        if (Count < _room.Length)
        {
            _room[(int)Count] = new H3Index(cell);
        }

        Count++;
    }

    /// <summary>Adds all descendants of a cell at a resolution, ascending.</summary>
    internal void AddChildren(ulong cell, int resolution)
    {
        var size = H3Grid.ChildCount(Digits.IsPentagon(cell), resolution - Digits.Resolution(cell));
        if (_grows && Count + size > _room.Length)
        {
            Grow(size);
        }

        if (Count + size <= _room.Length)
        {
            _ = H3Grid.WriteChildren(cell, resolution, _room[(int)Count..]);
        }

        Count += size;
    }

    /// <summary>Sorts what was written and drops what was found twice.</summary>
    internal void Unite()
    {
        var cells = Written;
        cells.Sort();
        var kept = 0;
        for (var n = 0; n < cells.Length; n++)
        {
            if (n == 0 || cells[n] != cells[kept - 1])
            {
                cells[kept++] = cells[n];
            }
        }

        Count = kept;
    }

    /// <summary>The cells as an array; gives rented room back.</summary>
    internal readonly H3Index[] ToArray()
    {
        var cells = Written.ToArray();
        Dispose();
        return cells;
    }

    internal readonly void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<H3Index>.Shared.Return(_rented);
        }
    }

    private void Grow(long more)
    {
        var needed = Count + more;
        if (needed > Array.MaxLength)
        {
            throw new InvalidOperationException($"The region has more than {Array.MaxLength} cells.");
        }

        var wider = ArrayPool<H3Index>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(needed, 2 * Count)));
        _room[..(int)Count].CopyTo(wider);
        ArrayPool<H3Index>.Shared.Return(_rented!);
        _rented = wider;
        _room = wider;
    }
}
