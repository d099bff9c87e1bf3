using System.Buffers;

namespace Burgernet.Api.Csv;

/// <summary>A line of CSV (RFC 4180) that a spreadsheet takes for text.</summary>
internal static class CsvLine
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>Joins cells; the line end is not in it.</summary>
    public static string Of(params ReadOnlySpan<string?> cells)
    {
        var written = new string[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            written[i] = Cell(cells[i] ?? "");
        }

        return string.Join(',', written);
    }

    /// <summary>One cell. What a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV Injection): whoever signs up chooses their own name.</summary>
    public static string Cell(string text)
    {
        if (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..])
        {
            return $"\"'{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        }

        return text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
