using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Burgernet.Api.Actions;

/// <summary>A bucket of acts per control room: full at first, refilled evenly over each minute.</summary>
internal sealed class ActRate(IOptions<ApiOptions> options) : IDisposable
{
    /// <summary>The buckets, by control room.</summary>
    public PartitionedRateLimiter<string> Limiter { get; } =
        PartitionedRateLimiter.Create<string, string>(controlRoom =>
            RateLimitPartition.GetTokenBucketLimiter(
                controlRoom,
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = options.Value.ActsPerMinute,
                    TokensPerPeriod = 1,
                    ReplenishmentPeriod = TimeSpan.FromMinutes(1) / options.Value.ActsPerMinute,
                    QueueLimit = 0,
                    AutoReplenishment = true,
                }
            )
        );

    /// <inheritdoc/>
    public void Dispose() => Limiter.Dispose();
}
