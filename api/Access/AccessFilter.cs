using System.Net;
using Burgernet.Actions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burgernet.Api.Access;

/// <summary>Lets in whom <see cref="AccessPolicy"/> lets in, before anything of the body is read.</summary>
internal sealed class AccessFilter(IOptionsMonitor<ApiOptions> options, IPracticeMode practice, ILogger<AccessFilter> logger)
    : IEndpointFilter
{
    /// <summary>Who acts in a request that came past the filter.</summary>
    public static Actor ActorOf(HttpContext http) =>
        http.Features.Get<Actor>() ?? throw new InvalidOperationException("The route is not behind the access filter");

    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var decision = AccessPolicy.Decide(Read(http), options.CurrentValue.ControlRooms, practice.EveryCarrierIsPractice);
        if (decision.Actor is null)
        {
            ApiLog.AccessRefused(logger, decision.Problem!.Reason.Code);
            return ValueTask.FromResult<object?>(decision.Problem);
        }

        http.Features.Set(decision.Actor);
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
