using System.Threading.RateLimiting;
using Burgernet.Api.Access;
using Burgernet.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Burgernet.Api.Actions;

/// <summary>Bounds how often a control room prepares and starts: a script gone wild must not ring a city.</summary>
internal sealed class ActRateFilter(ActRate rate, IOptionsMonitor<ApiOptions> options) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using var lease = rate.Limiter.AttemptAcquire(AccessFilter.ActorOf(context.HttpContext).ControlRoom);
        if (lease.IsAcquired)
        {
            return await next(context);
        }

        var seconds = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 1;
        return new ApiProblem(RequestReasons.TooManyRequests, Field: null, options.CurrentValue.ActsPerMinute)
        {
            RetryAfterSeconds = Math.Max(1, seconds),
        };
    }
}
