using Burgernet.Coverage;

namespace Burgernet.Grains.Coverage;

/// <summary>Makes of exact counts what may be shown. Pure.</summary>
internal static class CoveragePolicy
{
    /// <summary>The goal of a municipality in participants, or null where nothing tells.</summary>
    public static int? Goal(string? code, int? inhabitants, CoverageOptions options) =>
        code is not null && options.Goals.TryGetValue(code, out var goal) ? goal
        : inhabitants is { } people ? (int)Math.Ceiling(people * options.GoalPercent / 100)
        : null;

    /// <summary>How a count stands against a goal.</summary>
    public static CoverageSignal Signal(int? shown, int? goal, CoverageOptions options) =>
        goal is not { } wanted ? CoverageSignal.Unknown
        : (shown ?? 0) >= wanted ? CoverageSignal.Reached
        : (shown ?? 0) < wanted * options.TooFewPercent / 100 ? CoverageSignal.TooFew
        : CoverageSignal.Below;

    /// <summary>The months of a trend, oldest first.</summary>
    /// <param name="now">The last month is the one of this time, UTC.</param>
    /// <param name="months">How many.</param>
    public static DateOnly[] Months(DateTimeOffset now, int months)
    {
        var last = new DateOnly(now.UtcDateTime.Year, now.UtcDateTime.Month, 1);
        return [.. Enumerable.Range(0, months).Select(ago => last.AddMonths(ago + 1 - months))];
    }

    /// <summary>Puts everything together: every municipality that is configured, and every one where somebody is.</summary>
    public static IReadOnlyList<MunicipalityCoverage> Municipalities(
        IReadOnlyList<Municipality> known,
        IReadOnlyList<MunicipalityCount> counts,
        IReadOnlyList<MonthlyCount> monthly,
        DateOnly[] months,
        CoverageOptions options
    )
    {
        var participants = counts.ToLookup(count => count.Municipality, StringComparer.Ordinal);
        var trend = monthly.ToLookup(count => count.Municipality, StringComparer.Ordinal);
        var byCode = known.ToDictionary(municipality => municipality.Code, StringComparer.Ordinal);
        return
        [
            .. known
                .Select(municipality => (string?)municipality.Code)
                .Union(counts.Select(count => count.Municipality), StringComparer.Ordinal)
                .Union(monthly.Select(count => count.Municipality), StringComparer.Ordinal)
                .OrderBy(code => code is null)
                .ThenBy(code => code, StringComparer.Ordinal)
                .Select(One),
        ];

        MunicipalityCoverage One(string? code)
        {
            var municipality = code is not null && byCode.TryGetValue(code, out var found) ? found : null;
            var goal = Goal(code, municipality?.Inhabitants, options);
            var shown = CoverageRounding.Of(participants[code].Sum(count => count.Participants));
            return new MunicipalityCoverage
            {
                Code = code,
                Name = municipality?.Name,
                Inhabitants = municipality?.Inhabitants,
                Goal = goal,
                Participants = shown,
                Signal = Signal(shown, goal, options),
                Joined = Trend(trend[code], count => count.Joined),
                Left = Trend(trend[code], count => count.Left),
            };
        }

        MonthCount[] Trend(IEnumerable<MonthlyCount> counts, Func<MonthlyCount, int> count)
        {
            var byMonth = counts.ToLookup(one => one.Month);
            return [.. months.Select(month => new MonthCount(month, CoverageRounding.Of(byMonth[month].Sum(count))))];
        }
    }
}
