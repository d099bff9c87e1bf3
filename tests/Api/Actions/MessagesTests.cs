using System.Text.Json.Nodes;
using Burgernet.Tests.Api.Hosting;

namespace Burgernet.Tests.Api.Actions;

public sealed class MessagesTests(PracticeApi api) : IClassFixture<PracticeApi>
{
    [Theory]
    [InlineData("update")]
    [InlineData("correction")]
    public async Task Add_ARecording_IsAcceptedAndShown(string kind)
    {
        var location = await Started();
        var action = await Accepted(
            Requests.Message($"{location}/messages", $$"""{"kind":"{{kind}}","reason":"Rode jas"}""", english: "9")
        );
        var message = Assert.Single(action["messages"]!.AsArray())!;
        Assert.Equal((2, kind), ((int)message["number"]!, (string)message["kind"]!));
        Assert.Equal("nl en", string.Join(' ', message["languages"]!.AsArray().Select(language => (string?)language)));
        Assert.Equal(
            (3, 2, 1, 2),
            ((int)message["deliveries"]!, (int)message["contacted"]!, (int)message["heard"]!, (int)message["done"]!)
        );
        Assert.Equal(("active", "Rode jas"), ((string?)action["status"], (string?)action["description"]));
    }

    [Fact]
    public async Task Add_Repeated_IsAnsweredAgainAndAnotherUnderItsKeyIsRefused()
    {
        var location = await Started();
        var key = Requests.NewKey();
        await Accepted(Requests.Message($"{location}/messages", """{"kind":"update"}""", key));
        using var again = await Send(Requests.Message($"{location}/messages", """{"kind":"update"}""", key));
        Assert.Equal("true", again.Headers.GetValues("Idempotency-Replayed").Single());
        using var other = await Send(Requests.Message($"{location}/messages", """{"kind":"correction"}""", key));
        Assert.Equal(422, (int)other.StatusCode);
    }

    [Theory]
    [InlineData("""{"kind":"outcome"}""", "8", "unknown-message-kind")]
    [InlineData("""{"reason":"x"}""", "8", "missing-field")]
    [InlineData(null, "8", "missing-field")]
    [InlineData("""{"kind":"update"}""", null, "no-message")]
    [InlineData("""{"kind":"update"}""", "99", "message-too-long")]
    [InlineData("""{"kind":"update","more":1}""", "8", "unknown-field")]
    public async Task Add_SomethingWrong_IsRefusedWithTheReason(string? json, string? dutch, string reason)
    {
        using var response = await Send(Requests.Message($"{await Started()}/messages", json, dutch: dutch));
        var problem = await Requests.ReadJson(response);
        Assert.Equal(reason, (string?)problem["reason"]);
        Assert.Equal(reason == "message-too-long" ? 422 : 400, (int)response.StatusCode);
    }

    [Fact]
    public async Task Add_ToADraftOrAnUnknownAction_IsRefused()
    {
        var draft = await Requests.Prepare(api.Client);
        using var early = await Send(Requests.Message($"{draft}/messages", """{"kind":"update"}"""));
        Assert.Equal(409, (int)early.StatusCode);
        using var nowhere = await Send(Requests.Message($"/v1/actions/{Guid.NewGuid()}/outcome", json: null));
        Assert.Equal(404, (int)nowhere.StatusCode);
    }

    [Fact]
    public async Task Outcome_ThenCloseAndArchive_EndTheAction()
    {
        var location = await Started();
        using var early = await Send(Requests.Post($"{location}/close", Requests.Json("""{"result":"direct"}""")));
        Assert.Equal(409, (int)early.StatusCode);
        var problem = await Requests.ReadJson(early);
        Assert.StartsWith("3 ", (string?)problem["detail"], StringComparison.Ordinal);

        Assert.Equal("outcome", (string?)(await Accepted(Requests.Message($"{location}/outcome", json: null)))["status"]);
        var closed = await Accepted(
            Requests.Post($"{location}/close", Requests.Json("""{"result":"contributed","reason":"Tip","openOutcomes":"expire"}"""))
        );
        Assert.Equal(
            ("closed", "contributed", "True: Tip"),
            ((string?)closed["status"], (string?)closed["result"], (string?)closed["description"])
        );
        Assert.NotNull(closed["closedAt"]);
        Assert.Equal("archived", (string?)(await Accepted(Requests.Post($"{location}/archive")))["status"]);
    }

    [Theory]
    [InlineData("", "missing-field")]
    [InlineData("""{"reason":"x"}""", "missing-field")]
    [InlineData("""{"result":"splendid"}""", "unknown-result")]
    [InlineData("""{"result":"none","openOutcomes":"maybe"}""", "unknown-open-outcomes")]
    public async Task Close_SomethingWrong_IsRefusedWithTheReason(string json, string reason)
    {
        using var response = await Send(Requests.Post($"{await Started()}/close", json.Length == 0 ? null : Requests.Json(json)));
        var problem = await Requests.ReadJson(response);
        Assert.Equal(reason, (string?)problem["reason"]);
        Assert.Equal(reason == "message-too-long" ? 422 : 400, (int)response.StatusCode);
    }

    [Fact]
    public async Task List_ByStatus_AsksForThoseAndKeepsAskingOnTheNextPage()
    {
        await Requests.Prepare(api.Client);
        await Requests.Prepare(api.Client);
        using var response = await api.Client.GetAsync("/v1/actions?status=draft,paused&limit=1", TestContext.Current.CancellationToken);
        var page = await Requests.ReadJson(response);
        Assert.Equal("draft", (string?)Assert.Single(page["actions"]!.AsArray())!["status"]);
        Assert.EndsWith("&status=draft%2Cpaused", (string?)page["next"], StringComparison.Ordinal);

        using var wrong = await api.Client.GetAsync("/v1/actions?status=gone", TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)wrong.StatusCode);
    }

    private async Task<string> Started()
    {
        var location = await Requests.Prepare(api.Client);
        await Accepted(Requests.Post($"{location}/start"));
        return location;
    }

    private async Task<JsonNode> Accepted(HttpRequestMessage request)
    {
        using var response = await Send(request);
        Assert.Equal(202, (int)response.StatusCode);
        return await Requests.ReadJson(response);
    }

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        using (request)
        {
            return await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }
}
