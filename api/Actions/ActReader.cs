using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Burgernet.Api.Actions;

/// <summary>Reads the body of start and stop: nothing, or <c>{"reason":"…"}</c>.</summary>
internal static class ActReader
{
    /// <summary>The most bytes that such a body may have.</summary>
    public const int MaxBytes = 16_384;

    /// <summary>The most characters that a reason may have.</summary>
    public const int MaxReason = 500;

    public static async Task<ActReading?> Read(HttpRequest request, ProblemSink problems)
    {
        if (!RequestBody.Allow(request, MaxBytes, problems))
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
            problems.Add(RequestReasons.BodyTooLarge, "body", MaxBytes);
            return null;
        }

        ReadOnlyMemory<byte> body = content.ToArray();
        if (body.IsEmpty)
        {
            return new ActReading(Reason: null, body);
        }

        if (!request.HasJsonContentType())
        {
            problems.Add(RequestReasons.MediaType, "Content-Type", "application/json");
            return null;
        }

        var fields = JsonFields.Parse(body, "body", problems, "reason");
        if (fields is null)
        {
            return null;
        }

        return new ActReading(fields.Has("reason") ? fields.RequiredText("reason", MaxReason, lines: true) : null, body);
    }
}
