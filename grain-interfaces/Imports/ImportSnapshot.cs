namespace Burgernet.Imports;

/// <summary>An import as it stands.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.import-snapshot")]
public sealed record ImportSnapshot
{
    /// <summary>Which import.</summary>
    [Id(0)]
    public required Guid Id { get; init; }

    /// <summary>What is imported, and who asked.</summary>
    [Id(1)]
    public required ImportOrder Order { get; init; }

    /// <summary>Where it stands.</summary>
    [Id(2)]
    public required ImportState State { get; init; }

    /// <summary>Whether somebody asked to cancel it.</summary>
    [Id(3)]
    public bool CancelAsked { get; init; }

    /// <summary>Why the whole file was refused, or null.</summary>
    [Id(4)]
    public ImportFileProblem? Problem { get; init; }

    /// <summary>Bytes that have arrived.</summary>
    [Id(5)]
    public long Bytes { get; init; }

    /// <summary>SHA-256 of the file in lower-case hexadecimal, once it has arrived.</summary>
    [Id(6)]
    public string? Sha256 { get; init; }

    /// <summary>Rows that were read, the header and empty lines not counted.</summary>
    [Id(7)]
    public int Rows { get; init; }

    /// <summary>Rows that were refused.</summary>
    [Id(8)]
    public int Refused { get; init; }

    /// <summary>Participants that are new in the register.</summary>
    [Id(9)]
    public int Added { get; init; }

    /// <summary>Participants that were changed in the register.</summary>
    [Id(10)]
    public int Changed { get; init; }

    /// <summary>Rows that said what they said the last time.</summary>
    [Id(11)]
    public int Unchanged { get; init; }

    /// <summary>When it began.</summary>
    [Id(12)]
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, or null.</summary>
    [Id(13)]
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether it will not change any more.</summary>
    public bool Ended => State is not (ImportState.Receiving or ImportState.Applying or ImportState.Reloading);
}
