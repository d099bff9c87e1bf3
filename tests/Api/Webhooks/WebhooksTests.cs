using Burgernet.Tests.Api.Hosting;

namespace Burgernet.Tests.Api.Webhooks;

public sealed class WebhooksTests(PracticeApi api) : IClassFixture<PracticeApi>
{
    [Fact]
    public async Task Webhooks_Listed_TellHowTheyGo()
    {
        using var response = await api.Client.GetAsync("/v1/webhooks", TestContext.Current.CancellationToken);
        var webhooks = (await Requests.ReadJson(response))["webhooks"]!.AsArray();

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("console archive", string.Join(' ', webhooks.Select(webhook => (string?)webhook!["name"])));
        Assert.Equal("2026-03-29T01:31:00.123Z", (string?)webhooks[0]!["deliveredAt"]);
        Assert.Null(webhooks[0]!["failure"]);
        Assert.Equal(("timed-out", 3), ((string?)webhooks[1]!["failure"], (int?)webhooks[1]!["waiting"]));
        Assert.Equal(2, (int?)webhooks[1]!["lastLoss"]!["sequence"]);
    }
}
