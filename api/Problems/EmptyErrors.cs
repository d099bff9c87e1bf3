using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Burgernet.Api.Problems;

/// <summary>Gives words to errors that come without: an unknown route, a wrong method. Outermost, so that it sees what routing decides.</summary>
internal sealed class EmptyErrors : IStartupFilter
{
    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(Explain);
            next(app);
        };

    private static async Task Explain(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase))
        {
            var headers = http.Response.Headers;
            headers.CacheControl = "no-store";
            headers.XContentTypeOptions = "nosniff";
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        }

        await next(http);
        var response = http.Response;
        if (response.HasStarted || response.StatusCode < 400 || response.ContentType is not null || response.ContentLength > 0)
        {
            return;
        }

        var problem = response.StatusCode switch
        {
            StatusCodes.Status400BadRequest => new ApiProblem(RequestReasons.BadRequest, Field: null),
            StatusCodes.Status404NotFound => new ApiProblem(RequestReasons.UnknownRoute, "path"),
            StatusCodes.Status405MethodNotAllowed => new ApiProblem(RequestReasons.MethodNotAllowed, "method"),
            _ => null,
        };
        if (problem is not null)
        {
            await problem.ExecuteAsync(http);
        }
    }
}
