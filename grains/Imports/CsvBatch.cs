namespace Burgernet.Grains.Imports;

/// <summary>Some lines of a file with their bytes, to be read by one worker.</summary>
/// <param name="Bytes">The lines, one after the other.</param>
/// <param name="Lines">Where each is.</param>
internal sealed record CsvBatch(ReadOnlyMemory<byte> Bytes, IReadOnlyList<CsvLine> Lines)
{
    /// <summary>The bytes of a line.</summary>
    public ReadOnlySpan<byte> Of(CsvLine line) => Bytes.Span.Slice(line.Start, line.Length);

    /// <inheritdoc/>
    public override string ToString() => $"{Lines.Count} lines";
}
