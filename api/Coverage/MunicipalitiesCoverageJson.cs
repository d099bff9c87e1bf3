namespace Burgernet.Api.Coverage;

/// <summary>Participation by municipality.</summary>
public sealed record MunicipalitiesCoverageJson
{
    /// <summary>When it was counted.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>By code; those whose code is not known last.</summary>
    public required IReadOnlyList<MunicipalityCoverageJson> Municipalities { get; init; }
}
