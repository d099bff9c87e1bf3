using Burgernet.Grains.Webhooks;
using Xunit;

namespace Burgernet.Tests.Unit.Webhooks;

public sealed class WebhookPolicyTests
{
    private static readonly WebhookOptions Options = new();

    [Theory]
    [InlineData(1, 0.0, 4)]
    [InlineData(1, 0.5, 5)]
    [InlineData(1, 1.0, 6)]
    [InlineData(2, 0.5, 10)]
    [InlineData(5, 0.5, 80)]
    [InlineData(8, 0.5, 640)]
    [InlineData(9, 0.5, 900)]
    [InlineData(100_000, 0.0, 720)]
    [InlineData(100_000, 1.0, 1080)]
    public void Pause_AfterSoManyTries_DoublesUpToTheLongestGiveOrTakeAFifth(int tries, double chance, double seconds) =>
        Assert.Equal(seconds, WebhookPolicy.Pause(Options, tries, chance, retryAfter: null).TotalSeconds, precision: 6);

    [Theory]
    [InlineData(1, 5)]
    [InlineData(60, 60)]
    [InlineData(100_000, 900)]
    [InlineData(-5, 5)]
    public void Pause_WhereTheReceiverAsks_IsNoShorterWithinTheLongest(int asked, double seconds) =>
        Assert.Equal(seconds, WebhookPolicy.Pause(Options, 1, 0.5, TimeSpan.FromSeconds(asked)).TotalSeconds, precision: 6);

    [Fact]
    public void Entry_OfADayAgo_IsGivenUp()
    {
        var at = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.False(WebhookPolicy.IsGivenUp(Options, at, at.AddHours(24).AddTicks(-1)));
        Assert.True(WebhookPolicy.IsGivenUp(Options, at, at.AddHours(24)));
    }
}
