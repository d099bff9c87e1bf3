namespace Burgernet.Grains.Imports;

/// <summary>A column that an import file may have.</summary>
/// <param name="Ordinal">Its place among all columns, whatever its place in a file.</param>
/// <param name="English">Its name in a header.</param>
/// <param name="Dutch">Its other name in a header.</param>
/// <param name="IsRequired">Whether a file must have it.</param>
internal sealed record ImportColumn(int Ordinal, string English, string Dutch, bool IsRequired);
