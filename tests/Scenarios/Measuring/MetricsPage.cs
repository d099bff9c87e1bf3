using System.Text.RegularExpressions;
using Burgernet.TestKit;

namespace Burgernet.Tests.Scenarios.Measuring;

/// <summary>What docs/metrics.md says that a node tells.</summary>
internal static partial class MetricsPage
{
    /// <summary>The metrics with their kind, as the first columns of the tables have them.</summary>
    public static IReadOnlyDictionary<string, string> Read()
    {
        var page = File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "metrics.md"));
        return page.Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .SelectMany(columns => Name().Matches(columns[1]).Select(name => (Name: name.Groups["name"].Value, Kind: columns[2])))
            .ToDictionary(metric => metric.Name, metric => metric.Kind, StringComparer.Ordinal);
    }

    /// <summary>Its metrics, and the series that a histogram comes in.</summary>
    public static IReadOnlySet<string> Series() =>
        Read()
            .SelectMany(metric =>
                metric.Value == "histogram" ? new[] { "_bucket", "_sum", "_count" }.Select(part => metric.Key + part) : [metric.Key]
            )
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("`(?<name>[a-z_0-9]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
