using System.Text;

namespace Burgernet.Api.Participants;

/// <summary>Writes an export as it is read: the next page is asked for when the one before it has been handed on, so one page is in memory however long it all is.</summary>
internal sealed class ExportStream(string header, ExportPage first, Func<Guid, Task<ExportPage>> next)
{
    /// <summary>How many lines were written, without the header.</summary>
    public long Count { get; private set; }

    /// <summary>Whether that was all.</summary>
    public bool Complete { get; private set; }

    /// <summary>Writes all of it.</summary>
    /// <param name="stream">Waits while whoever takes it is slow.</param>
    /// <param name="cancelled">They took enough.</param>
    public async Task Write(Stream stream, CancellationToken cancelled)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        writer.NewLine = "\r\n";
        await writer.WriteLineAsync(header);
        var page = first;
        while (true)
        {
            foreach (var line in page.Lines)
            {
                await writer.WriteLineAsync(line);
                Count++;
            }

            await writer.FlushAsync(cancelled);
            if (page.Next is not { } after)
            {
                Complete = true;
                return;
            }

            cancelled.ThrowIfCancellationRequested();
            page = await next(after);
        }
    }
}
