using Burgernet.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Burgernet.Api;

/// <summary>Bounds the body of a request.</summary>
internal static class RequestBody
{
    /// <summary>Sets the limit for what is still to be read; false with the problem when the length says already that it is too large.</summary>
    public static bool Allow(HttpRequest request, long maxBytes, ProblemSink problems)
    {
        if (request.ContentLength > maxBytes)
        {
            problems.Add(RequestReasons.BodyTooLarge, "body", maxBytes);
            return false;
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = maxBytes;
        }

        return true;
    }
}
