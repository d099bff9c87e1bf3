using Burgernet.Api.Actions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Burgernet.Api.Problems;

/// <summary>Turns what handlers throw into problems: a cluster that does not answer is 503, anything else a fault of ours.</summary>
internal sealed class FailureFilter(ILogger<FailureFilter> logger) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            return await next(context);
        }
        catch (BadHttpRequestException)
        {
            return new ApiProblem(RequestReasons.BadRequest, "body");
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            ApiLog.ClusterUnavailable(logger, http.Request.Method, RouteOf(http), e);
            return new ApiProblem(ActionReasons.ClusterUnavailable, Field: null) { RetryAfterSeconds = ActionReplies.RetryAfterSeconds };
        }
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested)
        {
            ApiLog.Failed(logger, http.Request.Method, RouteOf(http), e);
            return new ApiProblem(RequestReasons.InternalError, Field: null);
        }
    }

    /// <summary>The pattern of the route, so that what stands in the address stays out of the log.</summary>
    private static string RouteOf(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "?";
}
