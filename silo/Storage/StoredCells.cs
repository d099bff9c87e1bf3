using System.Buffers.Binary;

namespace Burgernet.Silo.Storage;

/// <summary>A list of cells in one column: 8 bytes each, big-endian.</summary>
internal static class StoredCells
{
    private const int BytesACell = 8;

    /// <summary>The stored form.</summary>
    public static byte[] Of(IReadOnlyList<ulong> cells)
    {
        var bytes = new byte[cells.Count * BytesACell];
        for (var i = 0; i < cells.Count; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(i * BytesACell), cells[i]);
        }

        return bytes;
    }

    /// <summary>From the stored form.</summary>
    public static ulong[] Parse(ReadOnlySpan<byte> bytes)
    {
        var cells = new ulong[bytes.Length / BytesACell];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = BinaryPrimitives.ReadUInt64BigEndian(bytes[(i * BytesACell)..]);
        }

        return cells;
    }
}
