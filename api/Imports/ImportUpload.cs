using System.Buffers;
using Burgernet.Api.Problems;
using Burgernet.Imports;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Burgernet.Api.Imports;

/// <summary>Hands the body of a request on, piece by piece, as it arrives: nothing of it is kept here or on a disk.</summary>
internal sealed class ImportUpload
{
    private const int PieceBytes = 256 * 1024;

    // Browsers and curl send the second and third for a .csv that the machine does not know.
    private static readonly string[] MediaTypes = ["text/csv", "application/csv", "application/vnd.ms-excel", "application/octet-stream"];

    private ImportUpload(string? sha256) => Sha256 = sha256;

    /// <summary>What the sender says the SHA-256 is, in lower-case hexadecimal, or null.</summary>
    public string? Sha256 { get; }

    /// <summary>Looks at the headers.</summary>
    public static ImportUpload? Read(HttpRequest request, long maxBytes, ProblemSink problems)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !MediaTypes.Contains(type.MediaType.ToString(), StringComparer.OrdinalIgnoreCase)
            || !(type.Charset.Length == 0 || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        )
        {
            problems.Add(RequestReasons.MediaType, "Content-Type", "text/csv (charset=utf-8)");
            return null;
        }

        return RequestBody.Allow(request, maxBytes, problems) && ReadDigest(request, problems, out var sha256)
            ? new ImportUpload(sha256)
            : null;
    }

    /// <summary>Sends the body to the grain that reads it.</summary>
    /// <returns>The import after it, or null where the body broke off.</returns>
    public async Task<ImportSnapshot?> Send(HttpRequest request, IImportGrain import)
    {
        var sent = 0L;
        var body = request.BodyReader;
        try
        {
            while (true)
            {
                // As much as has arrived, up to a piece: a slow sender's lines go on too.
                var read = await body.ReadAtLeastAsync(PieceBytes, request.HttpContext.RequestAborted);
                var buffer = read.Buffer;
                while (!buffer.IsEmpty)
                {
                    var piece = buffer.Slice(0, Math.Min(PieceBytes, buffer.Length)).ToArray();
                    var after = await import.Append(new ImportPiece(sent, piece));
                    if (after.State != ImportState.Receiving)
                    {
                        body.AdvanceTo(read.Buffer.End);
                        return after;
                    }

                    sent += piece.Length;
                    buffer = buffer.Slice(piece.Length);
                }

                body.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    return await import.Complete(sent, Sha256);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            await import.Break();
            return null;
        }
    }

    // RFC 9530 §2: sha-256=:base64:, other algorithms beside it are not looked at.
    private static bool ReadDigest(HttpRequest request, ProblemSink problems, out string? sha256)
    {
        const string Begin = "sha-256=:";
        sha256 = null;
        var header = request.Headers["Content-Digest"].ToString();
        if (header.Length == 0)
        {
            return true;
        }

        var digest = header
            .Split(',', StringSplitOptions.TrimEntries)
            .FirstOrDefault(part => part.StartsWith(Begin, StringComparison.Ordinal));
        Span<byte> hash = stackalloc byte[33];
        if (
            digest is null
            || !digest.EndsWith(':')
            || !Convert.TryFromBase64String(digest[Begin.Length..^1], hash, out var length)
            || length != 32
        )
        {
            problems.Add(ImportReasons.ContentDigest, "Content-Digest");
            return false;
        }

        sha256 = Convert.ToHexStringLower(hash[..32]);
        return true;
    }
}
