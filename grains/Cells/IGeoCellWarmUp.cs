namespace Burgernet.Grains.Cells;

/// <summary>What filling all cells from one read of the register asks of a cell. Key: as <see cref="Burgernet.Cells.IGeoCellGrain"/>.</summary>
[Alias("burgernet.IGeoCellWarmUp")]
internal interface IGeoCellWarmUp : IGrainWithIntegerKey
{
    /// <summary>Takes what was read for it, unless it has read for itself.</summary>
    [Alias("Fill")]
    ValueTask Fill(PackedCell content);
}
