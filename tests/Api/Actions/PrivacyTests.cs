using Burgernet.TestKit;
using Burgernet.Tests.Api.Hosting;

namespace Burgernet.Tests.Api.Actions;

public sealed class PrivacyTests(Cluster cluster)
{
    private const string Secret = "0612345678";

    [Theory]
    [InlineData("""{"center":{"latitude":52.2512345,"longitude":6.1618033},"radiusMetres":500}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[6.1618033,52.2512345],[6.2,52.25],[6.2,52.3],[6.1618033,52.2512345]]]}""")]
    [InlineData(
        """{"type":"Polygon","coordinates":[[[6.1618033,52.2512345],[6.2,52.3],[6.2,52.25],[6.16,52.3],[6.1618033,52.2512345]]]}"""
    )]
    [InlineData("""{"center":{"latitude":152.2512345,"longitude":6.1618033},"radiusMetres":500}""")]
    public async Task Log_OfARequest_HoldsNoPositionNoDescriptionAndNoNumber(string area)
    {
        using var logs = new LogBook();
        await using (var api = await ApiHost.StartLogging(cluster, logs))
        {
            foreach (var description in new[] { $"Bel {Secret}", "throw:bug", "throw:timeout" })
            {
                using var request = Requests.Create(Requests.Draft(description, area));
                using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
            }
        }

        var text = logs.Text;
        Assert.Contains("/v1/actions", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2.2512345", text, StringComparison.Ordinal);
        Assert.DoesNotContain("6.1618033", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"Bel {Secret}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Act_Accepted_IsLoggedWithWhoAndWhat()
    {
        using var logs = new LogBook();
        await using var api = await ApiHost.StartLogging(cluster, logs);
        var location = await Requests.Prepare(api.Client);

        Assert.Contains($"create of action {location.Split('/')[^1]} by practice/practice: accepted", logs.Text, StringComparison.Ordinal);
    }
}
