using System.Globalization;
using System.Text;
using Burgernet.Imports;

namespace Burgernet.Api.Imports;

/// <summary>Writes a report of refused rows as CSV, page by page.</summary>
internal sealed class ImportReportCsv(IImportGrain import, bool dutch)
{
    private const int Page = 1000;

    /// <summary>Writes all of it.</summary>
    public async Task Write(Stream stream)
    {
        // With a byte order mark: without it a spreadsheet takes it for Windows-1252.
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true)
        {
            NewLine = "\r\n",
        };
        await writer.WriteLineAsync(dutch ? "regel,kolom,reden,toelichting" : "line,column,reason,detail");
        string? after = null;
        do
        {
            var page = await import.ReadRefusals(after, Page);
            foreach (var refusal in page.Refusals)
            {
                var line = refusal.Line.ToString(CultureInfo.InvariantCulture);
                await writer.WriteLineAsync($"{line},{refusal.Column},{refusal.Code},\"{Quoted(ImportTexts.Of(refusal, dutch))}\"");
            }

            after = page.Next;
        } while (after is not null);
    }

    private static string Quoted(string text) => text.Replace("\"", "\"\"", StringComparison.Ordinal);
}
