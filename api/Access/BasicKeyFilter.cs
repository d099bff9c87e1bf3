using System.Text;
using Burgernet.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Burgernet.Api.Access;

/// <summary>
/// Lets a browser bring a key, which cannot send the headers of the API by itself: as RFC 7617 Basic credentials, the dispatcher's id as user and the key as password.
/// Only for pages that change nothing: a browser sends such credentials along with whatever another site has it ask for.
/// </summary>
internal sealed class BasicKeyFilter : IEndpointFilter
{
    private const string Scheme = "Basic ";

    // RFC 7617 §2.1: both are UTF-8.
    private const string Challenge = "Basic realm=\"burgernet\", charset=\"UTF-8\"";

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Request.Headers;
        if (Read(headers.Authorization) is var (dispatcher, key))
        {
            headers.Authorization = $"Bearer {key}";
            headers["X-Dispatcher"] = dispatcher;
        }

        var result = await next(context);
        return result is ApiProblem { Challenge: not null } refused ? refused with { Challenge = Challenge } : result;
    }

    /// <summary>User and password; null where there are none, or none that could be right.</summary>
    internal static (string Dispatcher, string Key)? Read(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[1024];
        if (!Convert.TryFromBase64String(authorization[Scheme.Length..].Trim(), bytes, out var written))
        {
            return null;
        }

        // RFC 7617 §2: the first colon ends the user, who has none.
        var text = Encoding.UTF8.GetString(bytes[..written]);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (text[..colon], text[(colon + 1)..]);
    }
}
