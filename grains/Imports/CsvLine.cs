namespace Burgernet.Grains.Imports;

/// <summary>A line in a <see cref="CsvBatch"/>, without its line end.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Start">Where it begins in the batch's bytes.</param>
/// <param name="Length">Its length in bytes; 0 where it was too long to be kept.</param>
/// <param name="End">How it ended.</param>
internal readonly record struct CsvLine(long Number, int Start, int Length, CsvLineEnd End);
