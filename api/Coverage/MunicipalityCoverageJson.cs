using Burgernet.Coverage;

namespace Burgernet.Api.Coverage;

/// <summary>Participation in a municipality. Counts of people are rounded down to a multiple of five; fewer than five are not told apart.</summary>
public sealed record MunicipalityCoverageJson
{
    /// <summary>The municipality's code; absent for locations that lie in none that is known.</summary>
    public string? Code { get; init; }

    /// <summary>Its name; absent where it is not known.</summary>
    public string? Name { get; init; }

    /// <summary>Its inhabitants; absent where they are not known.</summary>
    public int? Inhabitants { get; init; }

    /// <summary>How many participants there should be; absent where it is not known.</summary>
    public int? Goal { get; init; }

    /// <summary>Active participants with a location there; absent where fewer than five.</summary>
    public int? Participants { get; init; }

    /// <summary>Whether there are fewer than five, and so not told.</summary>
    public required bool FewerThanFive { get; init; }

    /// <summary>Participants as a percentage of the goal, one decimal; absent where either is.</summary>
    public double? PercentOfGoal { get; init; }

    /// <summary>How that stands against the goal.</summary>
    public required CoverageSignal Signal { get; init; }

    /// <summary>The trend by month, oldest first.</summary>
    public required IReadOnlyList<MonthJson> Months { get; init; }

    internal static MunicipalityCoverageJson Of(MunicipalityCoverage coverage) =>
        new()
        {
            Code = coverage.Code,
            Name = coverage.Name,
            Inhabitants = coverage.Inhabitants,
            Goal = coverage.Goal,
            Participants = coverage.Participants,
            FewerThanFive = coverage.Participants is null,
            PercentOfGoal = coverage is { Participants: { } people, Goal: > 0 and var goal } ? Math.Round(100.0 * people / goal, 1) : null,
            Signal = coverage.Signal,
            Months = [.. coverage.Joined.Zip(coverage.Left, (joined, left) => new MonthJson(joined.Month, joined.Count, left.Count))],
        };
}
