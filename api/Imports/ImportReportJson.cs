namespace Burgernet.Api.Imports;

/// <summary>Some of an import's refusals, by line.</summary>
public sealed record ImportReportJson
{
    /// <summary>The refusals.</summary>
    public required IReadOnlyList<ImportRefusalJson> Refusals { get; init; }

    /// <summary>The address of the next page; absent on the last.</summary>
    public string? Next { get; init; }
}
