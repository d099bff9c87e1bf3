using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Burgernet.Api.Signups;

/// <summary>How many sign-ups, and tries of tokens and codes, there may be: of one client, and of everybody together.</summary>
internal sealed class SignupRate : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _ofOne;
    private readonly PartitionedRateLimiter<HttpContext> _ofAll;

    public SignupRate(IOptions<ApiOptions> options)
    {
        _ofOne = Of(ClientAddress.Of, options.Value.SignupsPerMinuteAndAddress);
        _ofAll = Of(_ => "", options.Value.SignupsPerMinute);
        Limiter = PartitionedRateLimiter.CreateChained(_ofOne, _ofAll);
    }

    /// <summary>Both limits.</summary>
    public PartitionedRateLimiter<HttpContext> Limiter { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Limiter.Dispose();
        _ofOne.Dispose();
        _ofAll.Dispose();
    }

    private static PartitionedRateLimiter<HttpContext> Of(Func<HttpContext, string> key, int perMinute) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http =>
            RateLimitPartition.GetTokenBucketLimiter(
                key(http),
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = perMinute,
                    TokensPerPeriod = 1,
                    ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
                    QueueLimit = 0,
                    AutoReplenishment = true,
                }
            )
        );
}
