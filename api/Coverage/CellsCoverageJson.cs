namespace Burgernet.Api.Coverage;

/// <summary>Participation by cell.</summary>
public sealed record CellsCoverageJson
{
    /// <summary>When it was counted.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Cells where somebody is.</summary>
    public required IReadOnlyList<CellCoverageJson> Cells { get; init; }
}
