using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>The dashboard of Orleans, which knows no login of its own.</summary>
public sealed class DashboardTests(DashboardNode node) : IClassFixture<DashboardNode>
{
    [Fact]
    public async Task Dashboard_ByWhoeverIsNoOperator_IsRefusedWhateverItIsAskedFor()
    {
        foreach (
            var page in (string[])["", "/", "/index.min.js", "/ClusterStats", "/DashboardCounters", "/Trace", "/GrainState", "/Reminders"]
        )
        {
            using var without = await Get(page, null);
            Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
            Assert.Equal("Basic", without.Headers.WwwAuthenticate.Single().Scheme);
            using var unknown = await Get(page, Basic("made-up"));
            Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
            using var dispatcher = await Get(page, Basic(DashboardNode.DispatcherKey));
            Assert.Equal(HttpStatusCode.Forbidden, dispatcher.StatusCode);
        }
    }

    [Fact]
    public async Task Dashboard_ByAnOperator_ShowsWhichGrainsAreBusy()
    {
        using (var moved = await Get("", Basic(DashboardNode.OperatorKey)))
        {
            Assert.Equal("/dashboard/", moved.Headers.Location?.ToString());
        }

        foreach (var page in (string[])["/", "/index.html", "/index.min.js", "/index.css", "/version", "/ClusterStats", "/TopGrainMethods"])
        {
            using var shown = await Get(page, Basic(DashboardNode.OperatorKey));
            Assert.True(shown.StatusCode == HttpStatusCode.OK, $"{page} gave {(int)shown.StatusCode}");
        }

        await Eventually.Holds(
            "the counters told of this node and of grains that are awake",
            async () =>
            {
                using var counters = await Get("/DashboardCounters", Basic(DashboardNode.OperatorKey));
                counters.EnsureSuccessStatusCode();
                var told = JsonDocument.Parse(await counters.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
                return told.GetProperty("hosts").GetArrayLength() == 1 && told.GetProperty("totalActivationCount").GetInt32() > 0;
            },
            TimeSpan.FromMinutes(1),
            () => node.Output
        );
        using var keyed = await Get(
            "/ClusterStats",
            new AuthenticationHeaderValue("Bearer", DashboardNode.OperatorKey),
            ("X-Dispatcher", "beheer")
        );
        Assert.Equal(HttpStatusCode.OK, keyed.StatusCode);
        Assert.Equal("frame-ancestors 'none'", keyed.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Theory]
    [InlineData("/Trace")]
    [InlineData("/trace")]
    [InlineData("/GrainState?grainId=0&grainType=Burgernet.Grains.Kinds.KindsGrain")]
    [InlineData("/Reminders")]
    [InlineData("/Reminders/1")]
    [InlineData("/LifecycleStages")]
    public async Task Dashboard_PageThatShowsLogsOrCallsGrains_DoesNotExistForAnOperatorEither(string page)
    {
        using var hidden = await Get(page, Basic(DashboardNode.OperatorKey));
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task Api_ByUserAndPassword_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/nodes");
        request.Headers.Authorization = Basic(DashboardNode.OperatorKey);
        using var response = await node.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
    }

    private async Task<HttpResponseMessage> Get(
        string page,
        AuthenticationHeaderValue? authorization,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/dashboard{page}");
        request.Headers.Authorization = authorization;
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await node.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static AuthenticationHeaderValue Basic(string key) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"beheer:{key}")));
}
