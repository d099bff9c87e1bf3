using System.Net;
using System.Text.Json.Nodes;
using Burgernet.Tests.Api.Hosting;
using Burgernet.Tests.Api.Problems;

namespace Burgernet.Tests.Api.Participants;

public sealed class ParticipantsTests(PracticeApi api, Cluster cluster) : IClassFixture<PracticeApi>
{
    private const string Profile = """
        "name":"Jan Jansen","phones":["06 1234 5678"],"email":"jan@example.org","birthYear":1980,"wantsArticles":true,
        "locations":[{"label":"Thuis","point":{"latitude":52.25,"longitude":6.16},"channels":["voice","sms"],
        "address":{"postcode":"7411 kt","houseNumber":12,"addition":"A"},
        "hours":[{"days":["mo","fr"],"from":"08:00","until":"24:00"}]}]
        """;

    private const string Registration =
        $$$"""{{{{Profile}}},"source":"card","legalBasis":"consent","consent":{"at":"2026-01-31T12:00:00Z","textVersion":"2026-01"}}""";

    [Fact]
    public async Task Participant_ThroughTheirLife_IsReadAsItWasTold()
    {
        var key = Requests.NewKey();
        using var created = await Send(HttpMethod.Post, "/v1/participants", Registration, key);
        var path = created.Headers.Location!.OriginalString;

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("\"1\"", created.Headers.ETag?.Tag);
        using var again = await Send(HttpMethod.Post, "/v1/participants", Registration, key);
        Assert.Equal((path, "true"), (again.Headers.Location!.OriginalString, again.Headers.GetValues("Idempotency-Replayed").Single()));

        var read = await Read(path);
        Assert.Equal("pending", (string?)read["status"]);
        Assert.Equal("card Manager practice/practice", (string?)read["source"]);
        Assert.Equal("2026-01-31T12:00:00.000Z", (string?)read["consent"]!["at"]);
        var location = read["locations"]![0]!;
        Assert.Equal("""["voice","sms"]""", location["channels"]!.ToJsonString());
        Assert.Equal("""[{"days":["mo","fr"],"from":"08:00","until":"24:00"}]""", location["hours"]!.ToJsonString());
        Assert.Equal(("7411 kt", "GM0150"), ((string?)location["address"]!["postcode"], (string?)location["municipality"]));

        Assert.Equal("2 active", await Act(path, "confirm"));
        Assert.Equal("3 suspended", await Act(path, "suspend"));
        Assert.Equal("4 active", await Act(path, "resume"));
        using var changed = await Send(
            HttpMethod.Put,
            path,
            $"{{{Profile.Replace("Jansen", "de Vries", StringComparison.Ordinal)}}}",
            version: "\"4\""
        );
        Assert.Equal(("\"5\"", HttpStatusCode.OK), (changed.Headers.ETag?.Tag, changed.StatusCode));
        Assert.Equal("Jan de Vries", (string?)(await Read(path))["name"]);
        Assert.Equal("signed-card", (string?)(await Read(path))["confirmation"]!["method"]);
        Assert.Equal("6 left", await Act(path, "leave"));
        Assert.Equal("7 left", await Act(path, "erase"));
        Assert.Null((await Read(path))["name"]);
    }

    [Fact]
    public async Task Registration_WithSignedCard_IsActiveAtOnce()
    {
        using var created = await Send(HttpMethod.Post, "/v1/participants", $"{Registration[..^1]},\"confirmedBy\":\"signed-card\"}}");
        Assert.Equal("active", (string?)(await Requests.ReadJson(created))["status"]);
    }

    [Fact]
    public async Task Registration_WrongInSeveralPlaces_SaysEachWithItsPointer()
    {
        var problem = await ProblemAssert.Refused(
            api.Client,
            () => Request(HttpMethod.Post, "/v1/participants", """{"language":"fy","source":"card","legalBasis":"consent"}"""),
            422,
            "name-missing",
            "/name"
        );

        Assert.Equal(
            ["/name name-missing", "/phones phone-missing", "/language language-unknown"],
            problem["errors"]!.AsArray().Select(error => $"{error!["field"]} {error["reason"]}"),
            StringComparer.Ordinal
        );
    }

    [Theory]
    [InlineData("""{"name":7}""", 400, "not-text", "/name")]
    [InlineData("""{"phones":"06"}""", 400, "not-an-array", "/phones")]
    [InlineData("""{"phones":["06",7]}""", 400, "not-text", "/phones/1")]
    [InlineData("""{"birthYear":1980.5}""", 400, "not-a-whole-number", "/birthYear")]
    [InlineData("""{"wantsArticles":"ja"}""", 400, "not-true-or-false", "/wantsArticles")]
    [InlineData("""{"locations":[{"label":"x"}]}""", 400, "missing-field", "/locations/0/point")]
    [InlineData("""{"locations":[{"point":{"latitude":"52","longitude":6}}]}""", 400, "not-a-number", "/locations/0/point/latitude")]
    [InlineData(
        """{"locations":[{"point":{"latitude":52,"longitude":6},"hours":[{"days":["mo"],"from":"8","until":"9"}]}]}""",
        422,
        "hours-invalid",
        "/locations/0/hours"
    )]
    [InlineData("""{"locations":[{"point":{"latitude":52,"longitude":6},"hours":[]}]}""", 422, "hours-invalid", "/locations/0/hours")]
    [InlineData("""{"targetGroups":["nobody"]}""", 422, "target-group-unknown", "/targetGroups")]
    [InlineData("""{"a/b":1}""", 400, "unknown-field", "/a~1b")]
    [InlineData("""{"phones":["taken"],"name":"Jan"}""", 409, "phone-taken", "/phones/0")]
    [InlineData("[]", 400, "not-an-object", "")]
    [InlineData("{", 400, "malformed-json", "")]
    public async Task Registration_ThatCannotBe_SaysWhereInBothLanguages(string body, int status, string reason, string field) =>
        await ProblemAssert.Refused(api.Client, () => Request(HttpMethod.Post, "/v1/participants", body), status, reason, field);

    [Fact]
    public async Task Registration_TooLargeOrNotJson_IsRefused()
    {
        await ProblemAssert.Refused(
            api.Client,
            () => Request(HttpMethod.Post, "/v1/participants", $"{{\"name\":\"{new string('x', 70_000)}\"}}"),
            413,
            "body-too-large",
            "body"
        );
        await ProblemAssert.Refused(
            api.Client,
            () => Requests.Post("/v1/participants", new StringContent("{}")),
            415,
            "media-type",
            "Content-Type"
        );
    }

    [Fact]
    public async Task Change_WithoutTheVersionThatStands_ChangesNothing()
    {
        using var created = await Send(HttpMethod.Post, "/v1/participants", Registration);
        var path = created.Headers.Location!.OriginalString;
        var body = $"{{{Profile}}}";

        await ProblemAssert.Refused(api.Client, () => Request(HttpMethod.Put, path, body), 428, "if-match-missing", "If-Match");
        await ProblemAssert.Refused(
            api.Client,
            () => Request(HttpMethod.Put, path, body, version: "3"),
            400,
            "if-match-invalid",
            "If-Match"
        );
        await ProblemAssert.Refused(
            api.Client,
            () => Request(HttpMethod.Put, path, body, version: "W/\"1\""),
            400,
            "if-match-invalid",
            "If-Match"
        );
        await ProblemAssert.Refused(
            api.Client,
            () => Request(HttpMethod.Put, path, body, version: "\"2\""),
            412,
            "version-changed",
            "If-Match"
        );
        Assert.Equal(1, (int?)(await Read(path))["version"]);

        using var any = await Send(HttpMethod.Put, path, body, version: "*");
        Assert.Equal("\"2\"", any.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task Act_OnNobodyOrInAnotherState_IsRefused()
    {
        var nobody = $"/v1/participants/{Guid.NewGuid():D}";
        using var created = await Send(HttpMethod.Post, "/v1/participants", Registration);
        var path = created.Headers.Location!.OriginalString;

        await ProblemAssert.Refused(api.Client, () => new HttpRequestMessage(HttpMethod.Get, nobody), 404, "unknown-participant", "id");
        await ProblemAssert.Refused(api.Client, () => Requests.Post($"{nobody}/erase"), 404, "unknown-participant", "id");
        await ProblemAssert.Refused(api.Client, () => Requests.Post($"{path}/suspend"), 409, "not-active", "status");
        await ProblemAssert.Refused(
            api.Client,
            () => new HttpRequestMessage(HttpMethod.Post, $"{path}/leave"),
            400,
            "idempotency-key-missing",
            "Idempotency-Key"
        );
    }

    [Fact]
    public async Task Log_OfTheWholeLife_SaysWhoAndWhomAndNothingOfThem()
    {
        using var logs = new Burgernet.TestKit.LogBook();
        await using (var host = await ApiHost.StartLogging(cluster, logs))
        {
            using var request = Request(HttpMethod.Post, "/v1/participants", Registration);
            using var created = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
            using var read = await host.Client.GetAsync(created.Headers.Location, TestContext.Current.CancellationToken);
            var id = created.Headers.Location!.OriginalString.Split('/')[^1];
            Assert.Contains($"register of participant {id} by practice/practice: accepted", logs.Text, StringComparison.Ordinal);
            Assert.Contains($"read of participant {id} by practice/practice: answered", logs.Text, StringComparison.Ordinal);
        }

        Assert.All(
            new[] { "Jansen", "1234 5678", "jan@example", "7411", "52.25" },
            secret => Assert.DoesNotContain(secret, logs.Text, StringComparison.OrdinalIgnoreCase)
        );
    }

    private async Task<string> Act(string path, string act)
    {
        using var request = Requests.Post($"{path}/{act}");
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var standing = await Requests.ReadJson(response);
        Assert.Equal(response.Headers.ETag?.Tag, $"\"{standing["version"]}\"");
        return $"{standing["version"]} {standing["status"]}";
    }

    private async Task<JsonNode> Read(string path)
    {
        using var response = await api.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await Requests.ReadJson(response);
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, string body, string? key = null, string? version = null)
    {
        using var request = Request(method, path, body, key, version);
        return await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string body, string? key = null, string? version = null)
    {
        var request = Requests.Post(path, Requests.Json(body), key);
        request.Method = method;
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", version);
        }

        return request;
    }
}
