using System.Threading.RateLimiting;
using Burgernet.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Burgernet.Api.Signups;

/// <summary>Turns away who asks too often: no login keeps anybody out here.</summary>
internal sealed class SignupRateFilter(SignupRate rate) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using var lease = rate.Limiter.AttemptAcquire(context.HttpContext);
        if (lease.IsAcquired)
        {
            return await next(context);
        }

        var seconds = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 1;
        var problem = new ApiProblem(SignupReasons.TooMany, Field: null) { RetryAfterSeconds = Math.Max(1, seconds) };
        return context.HttpContext.Request.Path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase)
            ? problem
            : SignupPages.TooMany(context.HttpContext);
    }
}
