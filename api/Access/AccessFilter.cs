using System.Net;
using Burgernet.Actions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burgernet.Api.Access;

/// <summary>Lets in whom <see cref="AccessPolicy"/> and <see cref="RolePolicy"/> let in, before anything of the body is read.</summary>
internal sealed class AccessFilter(IOptionsMonitor<ApiOptions> options, IPracticeMode practice, ILogger<AccessFilter> logger)
    : IEndpointFilter
{
    /// <summary>Who acts in a request that came past the filter.</summary>
    public static Actor ActorOf(HttpContext http) => CallerOf(http).Actor;

    /// <summary>Who acts in a request that came past the filter, and what they may.</summary>
    public static Caller CallerOf(HttpContext http) =>
        http.Features.Get<Caller>()
        ?? throw new InvalidOperationException("The route is not behind the access filter, or open to everybody");

    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var route = http.GetEndpoint()?.Metadata ?? EndpointMetadataCollection.Empty;
        if (route.GetMetadata<OpenRoute>() is not null)
        {
            return next(context);
        }

        var decision = AccessPolicy.Decide(Read(http), options.CurrentValue.ControlRooms, practice.EveryCarrierIsPractice);
        var problem = decision.Caller is { } caller
            ? RolePolicy.Refusal(
                caller,
                route.GetOrderedMetadata<RoleRequirement>(),
                keepsToMunicipalities: route.GetMetadata<LimitedRoute>() is not null
            )
            : decision.Problem;
        if (problem is not null)
        {
            ApiLog.AccessRefused(logger, problem.Reason.Code);
            return ValueTask.FromResult<object?>(problem);
        }

        http.Features.Set(decision.Caller);
        return next(context);
    }

    private static AccessRequest Read(HttpContext http)
    {
        var request = http.Request;
        var headers = request.Headers;
        return new AccessRequest
        {
            FromLoopback = http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote),
            Host = request.Host.Host,
            OwnOrigin = $"{request.Scheme}://{request.Host.Value}",
            Origin = One("Origin"),
            FetchSite = One("Sec-Fetch-Site"),
            Forwarded = headers.ContainsKey("Forwarded") || headers.ContainsKey("X-Forwarded-For"),
            Authorization = One("Authorization"),
            Dispatcher = One("X-Dispatcher"),
        };

        // A header that comes twice is joined by a comma, which no valid value here survives as itself.
        string? One(string name) => headers.TryGetValue(name, out var values) ? values.ToString() : null;
    }
}
