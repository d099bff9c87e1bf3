using Burgernet.Imports;

namespace Burgernet.Api.Imports;

/// <summary>A bulk import as it stands.</summary>
public sealed record ImportJson
{
    /// <summary>Which import.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where the file comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Who asked.</summary>
    public required string StartedBy { get; init; }

    /// <summary>Where it stands.</summary>
    public required ImportState State { get; init; }

    /// <summary>Whether somebody asked to cancel it.</summary>
    public required bool CancelAsked { get; init; }

    /// <summary>Why the file was refused as a whole; absent where it was not.</summary>
    public ImportProblemJson? Problem { get; init; }

    /// <summary>Bytes that have arrived.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the file in hexadecimal; absent before all of it has arrived.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Rows that were read.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows that were refused; the report says why.</summary>
    public required int Refused { get; init; }

    /// <summary>Participants that are new in the register.</summary>
    public required int Added { get; init; }

    /// <summary>Participants that were changed.</summary>
    public required int Changed { get; init; }

    /// <summary>Rows that said what they said the last time.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Rows that still wait to go into the register.</summary>
    public required int Waiting { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; absent while it is under way.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    internal static ImportJson Of(ImportSnapshot import, bool dutch) =>
        new()
        {
            Id = import.Id,
            Source = import.Order.Source,
            StartedBy = import.Order.By,
            State = import.State,
            CancelAsked = import.CancelAsked,
            Problem = import.Problem is { } problem ? ImportProblemJson.Of(problem, dutch) : null,
            Bytes = import.Bytes,
            Sha256 = import.Sha256,
            Rows = import.Rows,
            Refused = import.Refused,
            Added = import.Added,
            Changed = import.Changed,
            Unchanged = import.Unchanged,
            Waiting = import.Ended ? 0 : import.Rows - import.Refused - import.Added - import.Changed - import.Unchanged,
            StartedAt = import.StartedAt,
            EndedAt = import.EndedAt,
        };
}
