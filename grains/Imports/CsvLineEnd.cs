namespace Burgernet.Grains.Imports;

/// <summary>How a line ended.</summary>
internal enum CsvLineEnd
{
    /// <summary>With LF or CR LF.</summary>
    Break,

    /// <summary>With the file.</summary>
    File,

    /// <summary>It was too long: its bytes were let go.</summary>
    TooLong,
}
