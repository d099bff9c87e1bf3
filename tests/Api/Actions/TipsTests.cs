using Burgernet.Tests.Api.Hosting;
using Burgernet.Tests.Api.Problems;

namespace Burgernet.Tests.Api.Actions;

public sealed class TipsTests(PracticeApi api) : IClassFixture<PracticeApi>
{
    private const string Told = """{"text":"Bij de molen\nom vijf uur","phone":"099 1000042"}""";

    [Fact]
    public async Task Tip_Given_IsAnsweredWithItsReceiptAndReadBack()
    {
        var location = await Requests.Prepare(api.Client);
        var key = Requests.NewKey();
        using var request = Requests.Post($"{location}/tips", Requests.Json(Told), key);
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var receipt = await Requests.ReadJson(response);
        using var repeat = Requests.Post($"{location}/tips", Requests.Json(Told), key);
        using var repeated = await api.Client.SendAsync(repeat, TestContext.Current.CancellationToken);

        Assert.Equal(201, (int)response.StatusCode);
        Assert.Equal($"{location}/tips", response.Headers.Location!.OriginalString);
        Assert.Equal(4, (int?)receipt["sequence"]);
        Assert.Equal("2026-03-29T01:30:00.123Z", (string?)receipt["at"]);
        Assert.Equal("true", repeated.Headers.GetValues("Idempotency-Replayed").Single());

        using var list = await api.Client.GetAsync($"{location}/tips", TestContext.Current.CancellationToken);
        var tips = (await Requests.ReadJson(list))["tips"]!.AsArray();
        Assert.Equal(("Bij de molen\nom vijf uur", "099 1000042"), ((string?)tips[0]!["text"], (string?)tips[0]!["phone"]));
        Assert.Equal("anna", (string?)tips[0]!["dispatcher"]);
        Assert.Null(tips[1]!["text"]);
    }

    [Theory]
    [InlineData("", 400, "malformed-json", "body")]
    [InlineData("""{"phone":"06"}""", 400, "missing-field", "text")]
    [InlineData("""{"text":" "}""", 400, "empty", "text")]
    [InlineData("""{"text":"x","who":"me"}""", 400, "unknown-field", "who")]
    [InlineData("""{"text":"x","phone":"1"}""", 400, "phone-not-a-number", "phone")]
    public async Task Tip_ThatCannotBe_IsRefusedNamingWhy(string body, int status, string reason, string field)
    {
        var location = await Requests.Prepare(api.Client);
        await ProblemAssert.Refused(api.Client, () => Requests.Post($"{location}/tips", Requests.Json(body)), status, reason, field);
    }

    [Fact]
    public async Task Tip_OfAnActionThatIsNotThere_IsRefused()
    {
        var location = $"/v1/actions/{Guid.NewGuid():D}/tips";
        await ProblemAssert.Refused(api.Client, () => Requests.Post(location, Requests.Json(Told)), 404, "unknown-action", "id");
        await ProblemAssert.Refused(api.Client, () => new HttpRequestMessage(HttpMethod.Get, location), 404, "unknown-action", "id");
    }
}
