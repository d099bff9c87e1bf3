using System.Globalization;
using System.Text;
using System.Text.Json;
using Burgernet.Coverage;

namespace Burgernet.Api.Coverage;

/// <summary>Writes coverage as CSV (RFC 4180). An empty count is fewer than five.</summary>
internal static class CoverageCsv
{
    private static readonly string[] Columns = ["code", "name", "inhabitants", "goal", "participants", "percent_of_goal", "signal"];

    /// <summary>By municipality; a column for who joined and one for who left in each month.</summary>
    public static async Task Write(Stream stream, MunicipalitiesCoverage coverage)
    {
        await using var writer = Writer(stream);
        var months = coverage.Municipalities is [var first, ..] ? first.Joined.Select(month => month.Month).ToArray() : [];
        var names = months.SelectMany(month => new[] { $"joined_{Month(month)}", $"left_{Month(month)}" });
        await writer.WriteLineAsync(string.Join(',', Columns.Concat(names)));
        foreach (var municipality in coverage.Municipalities)
        {
            var json = MunicipalityCoverageJson.Of(municipality);
            string[] values =
            [
                json.Code ?? "",
                $"\"{(json.Name ?? "").Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
                Number(json.Inhabitants),
                Number(json.Goal),
                Number(json.Participants),
                json.PercentOfGoal?.ToString(CultureInfo.InvariantCulture) ?? "",
                JsonNamingPolicy.KebabCaseLower.ConvertName(json.Signal.ToString()),
            ];
            await writer.WriteLineAsync(
                string.Join(',', values.Concat(json.Months.SelectMany(month => new[] { Number(month.Joined), Number(month.Left) })))
            );
        }
    }

    /// <summary>By cell.</summary>
    public static async Task Write(Stream stream, CellsCoverage coverage)
    {
        await using var writer = Writer(stream);
        await writer.WriteLineAsync("cell,participants");
        foreach (var cell in coverage.Cells)
        {
            await writer.WriteLineAsync($"{CellsGeoJson.Name(cell.Cell)},{Number(cell.Participants)}");
        }
    }

    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Month(DateOnly month) => month.ToString("yyyy_MM", CultureInfo.InvariantCulture);
}
