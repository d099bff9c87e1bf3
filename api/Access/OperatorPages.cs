using Burgernet.Api.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Burgernet.Api.Access;

/// <summary>Pages that the host brings, for whoever runs the installation and nobody else.</summary>
public static class OperatorPages
{
    /// <summary>A group in which every endpoint asks for a key with the role <see cref="Role.Operator"/>, which a browser may bring as user and password. Everything in it must only read.</summary>
    /// <param name="routes">The host's routes.</param>
    /// <param name="shown">The patterns of the endpoints that there are; any other that is mapped into the group does not exist for anybody.</param>
    public static RouteGroupBuilder MapOperatorPages(this IEndpointRouteBuilder routes, IReadOnlySet<string> shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        return routes
            .MapGroup("")
            .RequireRole(Role.Operator)
            .ExcludeFromDescription()
            .AddEndpointFilter<RouteGroupBuilder, FailureFilter>()
            .AddEndpointFilter<RouteGroupBuilder, BasicKeyFilter>()
            .AddEndpointFilter<RouteGroupBuilder, AccessFilter>()
            .AddEndpointFilter(
                (context, next) =>
                {
                    var http = context.HttpContext;
                    if (http.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } pattern } || !shown.Contains(pattern))
                    {
                        return ValueTask.FromResult<object?>(TypedResults.NotFound());
                    }

                    http.Response.Headers.CacheControl = "no-store";
                    http.Response.Headers.XContentTypeOptions = "nosniff";
                    http.Response.Headers.ContentSecurityPolicy = "frame-ancestors 'none'";
                    return next(context);
                }
            );
    }
}
