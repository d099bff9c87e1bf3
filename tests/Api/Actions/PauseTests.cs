using System.Text.Json.Nodes;
using Burgernet.Tests.Api.Hosting;
using Burgernet.Tests.Api.Problems;

namespace Burgernet.Tests.Api.Actions;

public sealed class PauseTests(PracticeApi api) : IClassFixture<PracticeApi>
{
    [Fact]
    public async Task PauseAndResume_AnActiveAction_AreAcceptedWithWhatIsToBecomeOfAnsweredCalls()
    {
        var location = await Started();
        var paused = await Accepted($"{location}/pause", """{"calls":"cut","reason":"Mist"}""");
        Assert.Equal(("paused", "Cut: Mist"), ((string?)paused["status"], (string?)paused["description"]));
        Assert.Equal("2026-03-29T01:30:02.123Z", (string?)paused["pausedAt"]);
        Assert.False((bool?)paused["recorded"]);

        var resumed = await Accepted($"{location}/resume", """{"reason":"Zicht"}""");
        Assert.Equal(("active", "Zicht"), ((string?)resumed["status"], (string?)resumed["description"]));
        Assert.Null(resumed["pausedAt"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"calls":"finish"}""")]
    public async Task Pause_WithoutAWordOrWithFinish_LetsAnsweredCallsFinish(string body)
    {
        var paused = await Accepted($"{await Started()}/pause", body);
        Assert.Equal("Finish: ", (string?)paused["description"]);
        Assert.True((bool?)paused["recorded"]);
    }

    [Fact]
    public async Task Stop_OfAPausedAction_IsAccepted()
    {
        var location = await Started();
        await Accepted($"{location}/pause", "");
        Assert.Equal("stopped", (string?)(await Accepted($"{location}/stop", """{"calls":"cut"}"""))["status"]);
    }

    [Fact]
    public async Task Pause_Repeated_IsAnsweredAgainAndAnotherBodyUnderItsKeyIsRefused()
    {
        var location = await Started();
        var key = Requests.NewKey();
        using var first = await Send($"{location}/pause", "{}", key);
        Assert.Equal(202, (int)first.StatusCode);
        using var again = await Send($"{location}/pause", "{}", key);
        Assert.Equal(202, (int)again.StatusCode);
        Assert.Equal("true", again.Headers.GetValues("Idempotency-Replayed").Single());
        using var other = await Send($"{location}/pause", """{"calls":"cut"}""", key);
        Assert.Equal(422, (int)other.StatusCode);
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("stop")]
    public async Task Act_WithCallsThatAreNeither_IsRefusedNamingThem(string act)
    {
        var location = await Started();
        foreach (var (body, reason) in new[] { ("\"drop\"", "unknown-calls"), ("\"\"", "empty"), ("1", "not-text") })
        {
            await ProblemAssert.Refused(
                api.Client,
                () => Requests.Post($"{location}/{act}", Requests.Json($$"""{"calls":{{body}}}""")),
                400,
                reason,
                "calls"
            );
        }
    }

    [Fact]
    public async Task Act_ThatItsStateForbids_IsAConflict()
    {
        var location = await Requests.Prepare(api.Client);
        await ProblemAssert.Refused(api.Client, () => Requests.Post($"{location}/pause"), 409, "is-draft", "status");
        await Accepted($"{location}/start", "");
        await ProblemAssert.Refused(api.Client, () => Requests.Post($"{location}/resume"), 409, "is-active", "status");
        await Accepted($"{location}/pause", "");
        await ProblemAssert.Refused(api.Client, () => Requests.Post($"{location}/pause"), 409, "is-paused", "status");
        await ProblemAssert.Refused(
            api.Client,
            () => Requests.Post($"{location}/resume", Requests.Json("""{"calls":"cut"}""")),
            400,
            "unknown-field",
            "calls"
        );
    }

    private async Task<string> Started()
    {
        var location = await Requests.Prepare(api.Client);
        await Accepted($"{location}/start", "");
        return location;
    }

    private async Task<JsonNode> Accepted(string path, string body)
    {
        using var response = await Send(path, body, Requests.NewKey());
        Assert.Equal(202, (int)response.StatusCode);
        return await Requests.ReadJson(response);
    }

    private async Task<HttpResponseMessage> Send(string path, string body, string key)
    {
        using var request = Requests.Post(path, body.Length == 0 ? null : Requests.Json(body), key);
        return await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
