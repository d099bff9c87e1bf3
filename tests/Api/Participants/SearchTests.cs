using System.Text.Json.Nodes;
using Burgernet.Participants;
using Burgernet.Tests.Api.Hosting;
using Burgernet.Tests.Api.Problems;

namespace Burgernet.Tests.Api.Participants;

public sealed class SearchTests(PracticeApi api, Cluster cluster) : IClassFixture<PracticeApi>
{
    [Fact]
    public async Task Search_ByPages_ShowsMaskedPeopleAndWhereTheNextPageBegins()
    {
        const string criteria =
            "\"phone\":\"06-1234 5678\",\"postcode\":\"7411 kt\",\"houseNumber\":12,\"status\":\"suspended\",\"limit\":1";
        var first = await Search(api.Client, $"{{{criteria}}}");
        var found = first["participants"]!.AsArray().Single()!;

        Assert.Equal("Jan 12", (string?)found["name"]);
        Assert.Equal("suspended", (string?)found["status"]);
        Assert.Equal("+31•••••••78", (string?)found["phones"]![0]);
        Assert.Equal("GM0150", (string?)found["municipalities"]![0]);
        var second = await Search(api.Client, $"{{{criteria},\"after\":\"{(string?)first["next"]}\"}}");
        Assert.NotEqual((string?)found["id"], (string?)second["participants"]![0]!["id"], StringComparer.Ordinal);
        Assert.Null(second["next"]);
    }

    [Theory]
    [InlineData("""{"limit":10}""", 400, "search-empty", null)]
    [InlineData("""{"phone":"nonsense"}""", 422, "phone-invalid", "/phone")]
    [InlineData("""{"status":"gone"}""", 400, "status-unknown", "/status")]
    [InlineData("""{"status":"left","limit":201}""", 400, "invalid-limit", "/limit")]
    [InlineData("""{"status":"left","after":"7"}""", 400, "invalid-cursor", "/after")]
    [InlineData("""{"name":"Jan"}""", 400, "unknown-field", "/name")]
    [InlineData("""{"email":7}""", 400, "not-text", "/email")]
    public async Task Search_ThatCannotBe_IsRefused(string json, int status, string reason, string? field) =>
        await ProblemAssert.Refused(
            api.Client,
            () => new HttpRequestMessage(HttpMethod.Post, "/v1/participants/search") { Content = Requests.Json(json) },
            status,
            reason,
            field
        );

    [Fact]
    public async Task Access_ToPersonalData_IsRecordedByNamesOfFieldsAndIds()
    {
        await using var host = await ApiHost.Start(
            cluster,
            practice: true,
            [.. Keys.Room(0, "search-room"), .. Keys.WithRoles(0, "geheim", "relationship-manager", "GM0150 GM0193")]
        );
        Keys.Use(host.Client, "geheim");
        var page = await Search(host.Client, """{"email":"jan@example.org","municipality":"GM0150"}""");
        Assert.Equal("""["GM0150","GM0193"]""", page["participants"]![0]!["municipalities"]!.ToJsonString());
        const string somebody = """
            {"name":"Jan","phones":["06 1234 5678"],"birthYear":1980,"locations":[],"source":"card","legalBasis":"public-task"}
            """;
        using var request = Requests.Post("/v1/participants", Requests.Json(somebody));
        using var created = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        using var read = await host.Client.GetAsync(created.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)read.StatusCode);

        var records = FakeRegisterGrain.Of("search-room", "anna");
        Assert.Equal(
            [new("search-room", "anna", RegisterAct.Searched, "email municipality"), new("search-room", "anna", RegisterAct.Read, "")],
            records.Select(record => record.Access)
        );
        Assert.Equal(2, records[0].Participants.Count);
        Assert.Equal(Path.GetFileName(created.Headers.Location!.OriginalString), records[1].Participants.Single().ToString("D"));
    }

    private static async Task<JsonNode> Search(HttpClient client, string json)
    {
        using var response = await client.PostAsync("/v1/participants/search", Requests.Json(json), TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        return await Requests.ReadJson(response);
    }
}
