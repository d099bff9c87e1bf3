namespace Burgernet.Imports;

/// <summary>Why a file was refused as a whole.</summary>
/// <param name="Code">Why.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.import-file-problem")]
public sealed record ImportFileProblem([property: Id(0)] ImportFileProblemCode Code)
{
    /// <summary>In which line, from 1, or null.</summary>
    [Id(1)]
    public long? Line { get; init; }

    /// <summary>Which column, or null.</summary>
    [Id(2)]
    public string? Column { get; init; }

    /// <summary>How many rows there may be, where there are more.</summary>
    [Id(3)]
    public int? Most { get; init; }
}
