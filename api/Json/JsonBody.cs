using Burgernet.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Burgernet.Api.Json;

/// <summary>Reads a body of JSON as bytes.</summary>
internal static class JsonBody
{
    /// <summary>The bytes, or null with a problem: too many, or not announced as JSON.</summary>
    public static async Task<ReadOnlyMemory<byte>?> Read(HttpRequest request, int maxBytes, ProblemSink problems)
    {
        if (!request.HasJsonContentType())
        {
            problems.Add(RequestReasons.MediaType, "Content-Type", "application/json");
            return null;
        }

        return await ReadAny(request, maxBytes, problems);
    }

    /// <summary>The bytes, whatever they are announced as; null with a problem where they are too many.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAny(HttpRequest request, int maxBytes, ProblemSink problems)
    {
        if (!RequestBody.Allow(request, maxBytes, problems))
        {
            return null;
        }

        using var content = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(content, request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            problems.Add(RequestReasons.BodyTooLarge, "body", maxBytes);
            return null;
        }

        return content.ToArray();
    }
}
