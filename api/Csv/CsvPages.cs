using System.Text;
using Microsoft.AspNetCore.Http;

namespace Burgernet.Api.Csv;

/// <summary>A list as CSV, written as it is read: the next page is asked for when the one before it has been handed on, so one page is in memory however long it all is.</summary>
internal static class CsvPages
{
    /// <summary>The content type.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>Rows asked for at a time.</summary>
    public const int Page = 1000;

    /// <summary>Reads the first page, so that what fails here is still told, and gives the rest.</summary>
    /// <param name="http">Whoever takes it; gone, the reading ends.</param>
    /// <param name="file">The name under which it is kept.</param>
    /// <param name="header">The names of the columns.</param>
    /// <param name="read">Reads a page: its lines, and where the next begins.</param>
    public static async Task<IResult> Of(
        HttpContext http,
        string file,
        string header,
        Func<string?, Task<(IEnumerable<string> Lines, string? Next)>> read
    )
    {
        var first = await read(null);
        return TypedResults.Stream(
            async stream =>
            {
                // With a byte order mark: without it a spreadsheet takes it for Windows-1252.
                await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
                writer.NewLine = "\r\n";
                await writer.WriteLineAsync(header);
                for (var page = first; ; page = await read(page.Next))
                {
                    foreach (var line in page.Lines)
                    {
                        await writer.WriteLineAsync(line);
                    }

                    await writer.FlushAsync(http.RequestAborted);
                    if (page.Next is null)
                    {
                        return;
                    }
                }
            },
            ContentType,
            file
        );
    }
}
