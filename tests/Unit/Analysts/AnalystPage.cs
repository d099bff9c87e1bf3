using System.Text.RegularExpressions;
using Burgernet.TestKit;

namespace Burgernet.Tests.Unit.Analysts;

/// <summary>What docs/analysts.md promises.</summary>
internal static partial class AnalystPage
{
    private static readonly string Text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "analysts.md"))
        .ReplaceLineEndings("\n");

    /// <summary>The views, with their columns in order.</summary>
    public static IReadOnlyList<(string View, string[] Columns)> Views =>
        [
            .. Section()
                .Matches(Text)
                .Select(section =>
                    (
                        section.Groups["view"].Value,
                        Column().Matches(section.Groups["body"].Value).Select(row => row.Groups["name"].Value).ToArray()
                    )
                ),
        ];

    /// <summary>The example queries.</summary>
    public static IEnumerable<string> Questions =>
        Query()
            .Matches(Text)
            .SelectMany(block =>
                block.Groups["sql"].Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            )
            .Where(sql => sql.StartsWith("select", StringComparison.Ordinal));

    [GeneratedRegex(
        @"^### (?<view>[a-z_]+)\n(?<body>(?:(?!^#).*\n)+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Section();

    [GeneratedRegex(@"^\| `(?<name>[a-z_0-9]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Column();

    [GeneratedRegex(
        @"^```sql\n(?<sql>(?:(?!^```).*\n)+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Query();
}
