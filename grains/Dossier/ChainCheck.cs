using Burgernet.Grains.Actions;

namespace Burgernet.Grains.Dossier;

/// <summary>A chain, recomputed.</summary>
/// <param name="Entries">How many there are.</param>
/// <param name="Unbroken">How many of them, from the first on, are as they were recorded.</param>
/// <param name="Break">The first that is not.</param>
internal sealed record ChainCheck(int Entries, int Unbroken, (long Sequence, DossierFaultKind Kind)? Break)
{
    /// <summary>Recomputes it.</summary>
    /// <param name="table">Whose rows they are: <see cref="DossierTable.Event"/> or <see cref="DossierTable.LaneLog"/>.</param>
    /// <param name="rows">By sequence.</param>
    public static ChainCheck Run(DossierTable table, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        var columns = new Columns(table);
        var head = HashChain.Origin;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var sequence = (long)row[0]!;
            var hash = (byte[])row[columns.Hash]!;
            DossierFaultKind? fault =
                sequence != i + 1 ? DossierFaultKind.Sequence
                : !head.AsSpan().SequenceEqual((byte[])row[columns.Previous]!) ? DossierFaultKind.Previous
                : !hash.AsSpan().SequenceEqual(columns.HashOf(head, row)) ? DossierFaultKind.Content
                : null;
            if (fault is { } kind)
            {
                return new ChainCheck(rows.Count, i, (sequence, kind));
            }

            head = hash;
        }

        return new ChainCheck(rows.Count, rows.Count, null);
    }

    private readonly struct Columns(DossierTable table)
    {
        private readonly bool _own = table == DossierTable.Event;

        public int Previous => Hash - 1;

        public int Hash { get; } = table.Columns.Count - 1;

        public byte[] HashOf(byte[] previous, IReadOnlyList<object?> row)
        {
            var (room, dispatcher, rest) = _own ? ((string)row[2]!, (string)row[3]!, 4) : ("", "", 2);
            return HashChain.Next(previous, (long)row[0]!, (long)row[1]!, (string)row[rest]!, room, dispatcher, (string)row[rest + 1]!);
        }
    }
}
