namespace Burgernet.Coverage;

/// <summary>Participation in a municipality. Every count of people is rounded.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.municipality-coverage")]
public sealed record MunicipalityCoverage
{
    /// <summary>The municipality's code, or null for locations that lie in none that is known.</summary>
    [Id(0)]
    public required string? Code { get; init; }

    /// <summary>Its name, or null.</summary>
    [Id(1)]
    public string? Name { get; init; }

    /// <summary>Its inhabitants, or null where they are not known.</summary>
    [Id(2)]
    public int? Inhabitants { get; init; }

    /// <summary>How many participants there should be, or null where it is not known.</summary>
    [Id(3)]
    public int? Goal { get; init; }

    /// <summary>Active participants with a location there; null where fewer than <see cref="CoverageRounding.Least"/>, 0 where there is none.</summary>
    [Id(4)]
    public required int? Participants { get; init; }

    /// <summary>How that stands against the goal.</summary>
    [Id(5)]
    public required CoverageSignal Signal { get; init; }

    /// <summary>Who signed up, by month, oldest first.</summary>
    [Id(6)]
    public required IReadOnlyList<MonthCount> Joined { get; init; }

    /// <summary>Who left, by month, oldest first; whoever was erased since is not counted.</summary>
    [Id(7)]
    public required IReadOnlyList<MonthCount> Left { get; init; }
}
