namespace Burgernet.Imports;

/// <summary>A piece of a file on its way to the grain that reads it.</summary>
/// <param name="Offset">Where in the file it begins, in bytes.</param>
/// <param name="Bytes">The bytes; never changed after this is made.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.import-piece")]
public sealed record ImportPiece([property: Id(0)] long Offset, [property: Id(1)] byte[] Bytes)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Bytes.Length} bytes at {Offset}";
}
