namespace Burgernet.Imports;

/// <summary>Why a file was refused as a whole: nothing of it was taken. Values are stored; never renumber.</summary>
[GenerateSerializer]
[Alias("burgernet.import-file-problem-code")]
public enum ImportFileProblemCode
{
    /// <summary>There is nothing in it but, perhaps, a header.</summary>
    Empty = 1,

    /// <summary>Bytes that are not UTF-8 and fit Windows-1252, which spreadsheets write when asked for "CSV".</summary>
    Windows1252 = 2,

    /// <summary>Bytes that are not UTF-8.</summary>
    NotUtf8 = 3,

    /// <summary>UTF-16, or another encoding with zero bytes.</summary>
    Utf16 = 4,

    /// <summary>The first line is not a header: too long, or with quotes that do not close.</summary>
    NoHeader = 5,

    /// <summary>A column that is not known.</summary>
    ColumnUnknown = 6,

    /// <summary>A column that comes twice.</summary>
    ColumnRepeated = 7,

    /// <summary>A column that must be there is not.</summary>
    ColumnMissing = 8,

    /// <summary>More rows than an import may have.</summary>
    TooManyRows = 9,

    /// <summary>The last line has no line end and fewer fields than the others: the file breaks off.</summary>
    CutOff = 10,

    /// <summary>The upload ended before the file did.</summary>
    UploadBroken = 11,

    /// <summary>What arrived is not what the digest of the request says.</summary>
    DigestDiffers = 12,
}
