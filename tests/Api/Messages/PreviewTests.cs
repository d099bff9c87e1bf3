using Burgernet.Actions;
using Burgernet.Tests.Api.Hosting;
using Burgernet.Tests.Api.Problems;

namespace Burgernet.Tests.Api.Messages;

public sealed class PreviewTests(PracticeApi api) : IClassFixture<PracticeApi>
{
    private const string Phone = """{"phone":"099 100 00 42","language":"en"}""";

    [Fact]
    public async Task Preview_Ordered_IsUnderWayAndSaysWhereItsResultWillBe()
    {
        var action = await Requests.Prepare(api.Client);
        var key = Requests.NewKey();
        using var ordered = await Order(action, Phone, key);
        var preview = await Requests.ReadJson(ordered);
        Assert.Equal(202, (int)ordered.StatusCode);
        Assert.Equal(("under-way", "en", "+31…42"), ((string?)preview["result"], (string?)preview["language"], (string?)preview["phone"]));
        Assert.Equal("voice", (string?)preview["medium"]);
        Assert.Equal((false, false, false), ((bool)preview["rang"]!, (bool)preview["answered"]!, (bool)preview["heard"]!));
        Assert.Equal($"{action}/preview/{(string?)preview["id"]}", ordered.Headers.Location?.OriginalString);
        using var repeated = await Order(action, Phone, key);
        Assert.Equal("true", repeated.Headers.GetValues("Idempotency-Replayed").Single());

        using var read = await api.Client.GetAsync(ordered.Headers.Location, TestContext.Current.CancellationToken);
        var result = await Requests.ReadJson(read);
        Assert.Equal(200, (int)read.StatusCode);
        Assert.Equal(("heard", 200, 7.9), ((string?)result["result"], (int?)result["sipStatus"], (double?)result["playedSeconds"]));
        Assert.Equal((true, true, true), ((bool)result["rang"]!, (bool)result["answered"]!, (bool)result["heard"]!));
    }

    [Theory]
    [InlineData("{}", 400, "missing-field", "phone")]
    [InlineData("""{"phone":7}""", 400, "not-text", "phone")]
    [InlineData("""{"phone":"099","language":"de"}""", 400, "unknown-language", "language")]
    [InlineData("""{"phone":"099","who":"me"}""", 400, "unknown-field", "who")]
    public async Task Preview_WithOneThingWrong_IsRefusedNamingIt(string json, int status, string reason, string field)
    {
        var action = await Requests.Prepare(api.Client);
        await ProblemAssert.Refused(api.Client, () => Request(action, json, Requests.NewKey()), status, reason, field);
    }

    [Theory]
    [InlineData(ActionProblemCode.PhoneNotCallable, 422, "phone-not-callable", "phone")]
    [InlineData(ActionProblemCode.PreviewUnderWay, 409, "preview-under-way", null)]
    [InlineData(ActionProblemCode.NoCarrier, 422, "no-carrier", "practice")]
    [InlineData(ActionProblemCode.NotInThisState, 409, "is-draft", "status")]
    public async Task Preview_ThatTheActionRefuses_IsRefusedWithTheReason(ActionProblemCode code, int status, string reason, string? field)
    {
        var action = await Requests.Prepare(api.Client);
        await ProblemAssert.Refused(
            api.Client,
            () => Request(action, $$"""{"phone":"refuse:{{code}}"}""", Requests.NewKey()),
            status,
            reason,
            field
        );
    }

    [Fact]
    public async Task Preview_ThatIsNotThere_Is404()
    {
        var action = await Requests.Prepare(api.Client);
        foreach (var id in new[] { Guid.NewGuid().ToString(), "latest" })
        {
            await ProblemAssert.Refused(
                api.Client,
                () => new HttpRequestMessage(HttpMethod.Get, $"{action}/preview/{id}"),
                404,
                "unknown-preview",
                "previewId"
            );
        }
    }

    private static HttpRequestMessage Request(string action, string json, string key) =>
        Requests.Post($"{action}/preview", Requests.Json(json), key);

    private async Task<HttpResponseMessage> Order(string action, string json, string key)
    {
        using var request = Request(action, json, key);
        return await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
