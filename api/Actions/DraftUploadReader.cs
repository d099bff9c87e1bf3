using Burgernet.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Burgernet.Api.Actions;

/// <summary>Reads multipart/form-data (RFC 7578) into memory: recordings never touch a temporary file.</summary>
internal static class DraftUploadReader
{
    private static readonly string[] JsonTypes = ["application/json"];

    // curl sends application/octet-stream for a file name that it does not know; the content is looked at anyway.
    private static readonly string[] AudioTypes = ["audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave", "application/octet-stream"];

    /// <summary>Reads it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="json">The name of the part with JSON.</param>
    /// <param name="maxBytes">The most bytes in all.</param>
    /// <param name="problems">Where problems go.</param>
    public static async Task<DraftUpload?> Read(HttpRequest request, string json, long maxBytes, ProblemSink problems)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var contentType)
            || !contentType.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        )
        {
            problems.Add(RequestReasons.MediaType, "Content-Type", "multipart/form-data");
            return null;
        }

        var boundary = HeaderUtilities.RemoveQuotes(contentType.Boundary);
        if (boundary.Length is 0 or > 70)
        {
            problems.Add(RequestReasons.MalformedMultipart, "Content-Type");
            return null;
        }

        if (!RequestBody.Allow(request, maxBytes, problems))
        {
            return null;
        }

        try
        {
            return await ReadParts(
                new MultipartReader(boundary.ToString(), request.Body),
                json,
                problems,
                request.HttpContext.RequestAborted
            );
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            problems.Add(RequestReasons.BodyTooLarge, "body", maxBytes);
        }
        catch (Exception e) when (e is IOException or InvalidDataException && !request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            problems.Add(RequestReasons.MalformedMultipart, "body");
        }

        return null;
    }

    private static async Task<DraftUpload?> ReadParts(MultipartReader reader, string json, ProblemSink problems, CancellationToken aborted)
    {
        string[] names = [json, DraftUpload.DutchMessage, DraftUpload.EnglishMessage];
        var parts = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        while (await reader.ReadNextSectionAsync(aborted) is { } section)
        {
            if (
                !ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                || !disposition.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase)
            )
            {
                problems.Add(RequestReasons.MalformedMultipart, "body");
                return null;
            }

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                problems.Add(RequestReasons.UnknownField, name.Length <= 64 ? name : name[..64], string.Join(", ", names));
                return null;
            }

            if (!HasType(section, name, json, problems))
            {
                return null;
            }

            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content, aborted);
            if (!parts.TryAdd(name, content.ToArray()))
            {
                problems.Add(RequestReasons.RepeatedPart, name, name);
                return null;
            }
        }

        return new DraftUpload(parts);
    }

    private static bool HasType(MultipartSection section, string name, string json, ProblemSink problems)
    {
        var allowed = name.Equals(json, StringComparison.Ordinal) ? JsonTypes : AudioTypes;
        if (
            section.ContentType is null
            || (
                MediaTypeHeaderValue.TryParse(section.ContentType, out var type)
                && allowed.Contains(type.MediaType.ToString(), StringComparer.OrdinalIgnoreCase)
            )
        )
        {
            return true;
        }

        problems.Add(RequestReasons.MediaType, name, allowed[0]);
        return false;
    }
}
