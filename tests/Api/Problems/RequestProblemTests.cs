using System.Net.Http.Headers;
using System.Text;
using Burgernet.Tests.Api.Hosting;

namespace Burgernet.Tests.Api.Problems;

public sealed class RequestProblemTests(PracticeApi api) : IClassFixture<PracticeApi>
{
    private const string Nowhere = "/v1/actions/00000000-0000-8000-8000-000000000000";

    [Theory]
    [InlineData("GET", Nowhere)]
    [InlineData("GET", Nowhere + "/deliveries")]
    [InlineData("GET", Nowhere + "/dossier")]
    [InlineData("POST", Nowhere + "/start")]
    [InlineData("POST", Nowhere + "/stop")]
    [InlineData("GET", "/v1/actions/0612345678")]
    [InlineData("POST", "/v1/actions/x/start")]
    public async Task Action_Unknown_IsNotFound(string method, string path) =>
        await ProblemAssert.Refused(
            api.Client,
            () => method is "GET" ? new HttpRequestMessage(HttpMethod.Get, path) : Requests.Post(path),
            404,
            "unknown-action",
            "id"
        );

    [Theory]
    [InlineData("GET", "/v1/citizens", 404, "unknown-route", "path")]
    [InlineData("GET", "/nothing", 404, "unknown-route", "path")]
    [InlineData("DELETE", "/v1/actions", 405, "method-not-allowed", "method")]
    [InlineData("GET", Nowhere + "/start", 405, "method-not-allowed", "method")]
    [InlineData("GET", "/v1/actions?limit=0", 400, "invalid-limit", "limit")]
    [InlineData("GET", "/v1/actions?limit=201", 400, "invalid-limit", "limit")]
    [InlineData("GET", "/v1/actions?limit=ten", 400, "invalid-limit", "limit")]
    [InlineData("GET", Nowhere + "/dossier?limit=1001", 400, "invalid-limit", "limit")]
    [InlineData("GET", Nowhere + "/deliveries?limit=-1", 400, "invalid-limit", "limit")]
    [InlineData("GET", "/v1/actions?after=", 400, "invalid-cursor", "after")]
    [InlineData("GET", "/v1/actions?after=xyz", 400, "invalid-cursor", "after")]
    [InlineData("GET", Nowhere + "/dossier?after=%00", 400, "invalid-cursor", "after")]
    public async Task Request_ToNothingThatIs_SaysSo(string method, string path, int status, string reason, string field) =>
        await ProblemAssert.Refused(api.Client, () => new HttpRequestMessage(new HttpMethod(method), path), status, reason, field);

    [Fact]
    public async Task Cursor_ThatTheActionDoesNotKnow_IsRefused()
    {
        var location = await Requests.Prepare(api.Client);
        await ProblemAssert.Refused(
            api.Client,
            () => new HttpRequestMessage(HttpMethod.Get, $"{location}/dossier?after=xyz"),
            400,
            "invalid-cursor",
            "after"
        );
    }

    [Fact]
    public async Task Act_ThatItsStateForbids_IsAConflict()
    {
        var location = await Requests.Prepare(api.Client);
        await ProblemAssert.Refused(api.Client, () => Requests.Post($"{location}/stop"), 409, "is-draft", "status");
        using var start = Requests.Post($"{location}/start");
        using var started = await api.Client.SendAsync(start, TestContext.Current.CancellationToken);
        await ProblemAssert.Refused(api.Client, () => Requests.Post($"{location}/start"), 409, "is-active", "status");
        using var stop = Requests.Post($"{location}/stop");
        using var stopped = await api.Client.SendAsync(stop, TestContext.Current.CancellationToken);
        await ProblemAssert.Refused(api.Client, () => Requests.Post($"{location}/start"), 409, "is-stopped", "status");
    }

    [Theory]
    [InlineData("AreaWithoutParticipants", 422, "area-without-participants", "area")]
    [InlineData("StoreUnavailable", 503, "store-unavailable", null)]
    public async Task Start_ThatTheActionRefuses_SaysWhy(string code, int status, string reason, string? field)
    {
        var location = await Requests.Prepare(api.Client, $"refuse-start:{code}");
        await ProblemAssert.Refused(api.Client, () => Requests.Post($"{location}/start"), status, reason, field);
    }

    [Theory]
    [InlineData("{", 400, "malformed-json", "body")]
    [InlineData("""{"why":"x"}""", 400, "unknown-field", "why")]
    [InlineData("""{"reason":""}""", 400, "empty", "reason")]
    [InlineData("""{"reason":7}""", 400, "not-text", "reason")]
    public async Task Stop_WithABodyThatIsWrong_IsRefusedNamingIt(string json, int status, string reason, string field) =>
        await ProblemAssert.Refused(api.Client, () => Requests.Post($"{Nowhere}/stop", Requests.Json(json)), status, reason, field);

    [Fact]
    public async Task Stop_WithABodyThatIsNotJson_IsRefused() =>
        await ProblemAssert.Refused(
            api.Client,
            () => Requests.Post($"{Nowhere}/stop", new StringContent("reason=x", Encoding.UTF8, new MediaTypeHeaderValue("text/plain"))),
            415,
            "media-type",
            "Content-Type"
        );

    [Fact]
    public async Task Stop_WithABodyThatIsTooLarge_IsRefused() =>
        await ProblemAssert.Refused(
            api.Client,
            () => Requests.Post($"{Nowhere}/stop", Requests.Json(new string(' ', 16_385))),
            413,
            "body-too-large",
            "body"
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Draft_BeyondTheLimit_IsRefused(bool chunked)
    {
        var problem = await ProblemAssert.Refused(
            api.Client,
            () =>
            {
                var request = Requests.Create(Requests.Draft(), dutch: new string('8', 12_000_000));
                request.Headers.TransferEncodingChunked = chunked;
                return request;
            },
            413,
            "body-too-large",
            "body"
        );

        Assert.Contains("12000000", (string?)problem["detail"], StringComparison.Ordinal);
    }
}
