using Burgernet.Tests.Api.Hosting;
using Burgernet.Tests.Api.Problems;
using Microsoft.Extensions.Options;

namespace Burgernet.Tests.Api.Access;

public sealed class AccessTests(Cluster cluster)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Host_WithKeys_LetsInByKeyAndDispatcher()
    {
        await using var api = await ApiHost.Start(cluster, practice: true, Keys.Room(0, "deventer", "geheim"));
        await ProblemAssert.Refused(api.Client, List, 401, "key-missing", "Authorization");
        using (var refused = await api.Client.GetAsync("/v1/actions", Cancelled))
        {
            Assert.Equal("Bearer realm=\"burgernet\"", refused.Headers.WwwAuthenticate.ToString());
        }

        Keys.Use(api.Client, "gehein");
        await ProblemAssert.Refused(api.Client, List, 401, "key-unknown", "Authorization");
        Keys.Use(api.Client, "geheim");
        api.Client.DefaultRequestHeaders.Remove("X-Dispatcher");
        await ProblemAssert.Refused(api.Client, List, 403, "dispatcher-missing", "X-Dispatcher");
        Keys.Use(api.Client, "geheim");
        using var request = Requests.Create(Requests.Draft());
        using var response = await api.Client.SendAsync(request, Cancelled);
        Assert.Equal("deventer", (string?)(await Requests.ReadJson(response))["controlRoom"]);
    }

    [Theory]
    [InlineData("Host", "evil.example", "host-not-loopback", "Host")]
    [InlineData("Origin", "http://evil.example", "other-site", "Origin")]
    [InlineData("Sec-Fetch-Site", "cross-site", "other-site", "Sec-Fetch-Site")]
    [InlineData("X-Forwarded-For", "203.0.113.7", "forwarded", "Authorization")]
    public async Task Host_WithoutKeys_RefusesWhatABrowserOrProxyBringsFromElsewhere(
        string header,
        string value,
        string reason,
        string field
    )
    {
        await using var api = await ApiHost.Start(cluster);
        await ProblemAssert.Refused(
            api.Client,
            () =>
            {
                var request = List();
                request.Headers.TryAddWithoutValidation(header, value);
                return request;
            },
            403,
            reason,
            field
        );
    }

    [Fact]
    public async Task Host_WithoutKeysAndALiveCarrier_LetsNobodyIn()
    {
        await using var api = await ApiHost.Start(cluster, practice: false);
        await ProblemAssert.Refused(api.Client, List, 403, "not-practice", "Authorization");
    }

    [Fact]
    public async Task Host_AskedMoreOftenThanAMinuteAllows_SaysWhenToTryAgain()
    {
        await using var api = await ApiHost.Start(cluster, practice: true, ("Burgernet:Api:ActsPerMinute", "1"));
        var location = await Requests.Prepare(api.Client);
        await ProblemAssert.Refused(api.Client, () => Requests.Post($"{location}/start"), 429, "too-many-requests", null);
        await ProblemAssert.Refused(api.Client, () => Requests.Post($"{location}/stop"), 409, "is-draft", "status");
    }

    [Theory]
    [InlineData("Burgernet:ControlRooms:0:Id", "practice", "reserved")]
    [InlineData("Burgernet:ControlRooms:0:Id", "Deventer!", "a-z")]
    [InlineData("Burgernet:ControlRooms:0:ApiKeyHashes:0", "my-secret-key", "64 hexadecimal digits")]
    [InlineData("Burgernet:Api:MaxAreaSquareKilometres", "0", "MaxAreaSquareKilometres")]
    [InlineData("Burgernet:Api:MaxMessage", "-00:00:01", "MaxMessage")]
    [InlineData("Burgernet:Api:ActsPerMinute", "0", "ActsPerMinute")]
    public async Task Options_ThatCannotBe_StopTheStart(string key, string value, string because)
    {
        (string, string)[] settings = [.. Keys.Room(0, "deventer"), (key, value)];
        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => ApiHost.Start(cluster, practice: true, settings));

        Assert.Contains(because, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("my-secret-key", e.Message, StringComparison.Ordinal);
    }

    private static HttpRequestMessage List() => new(HttpMethod.Get, "/v1/actions");
}
