using Burgernet.Tests.Api.Hosting;
using Burgernet.Tests.Api.Problems;

namespace Burgernet.Tests.Api.Actions;

public sealed class ExpansionsTests(PracticeApi api) : IClassFixture<PracticeApi>
{
    [Fact]
    public async Task Expand_ByRadius_IsAcceptedAndShowsTheWaves()
    {
        var location = await Requests.Prepare(api.Client);
        using var response = await Send(
            location,
            "expand",
            """{"radiusMetres":1500,"reason":"Gezien bij de molen","confirmedPeople":300}"""
        );
        var action = await Requests.ReadJson(response);
        Assert.Equal(202, (int)response.StatusCode);
        Assert.Equal(("start", 3), ((string?)action["waves"]![0]!["kind"], (int)action["waves"]![0]!["selected"]!));
        Assert.Equal(("expansion", 2), ((string?)action["waves"]![1]!["kind"], (int)action["waves"]![1]!["number"]!));
        Assert.Null(action["waves"]![1]!["selected"]);
    }

    [Theory]
    [InlineData("{}", "area-or-radius", "area")]
    [InlineData("""{"radiusMetres":100,"area":{"center":{"latitude":52,"longitude":6},"radiusMetres":5}}""", "area-or-radius", "area")]
    [InlineData("""{"radiusMetres":0}""", "radius-not-positive", "radiusMetres")]
    [InlineData("""{"radiusMetres":99999999}""", "radius-too-large", "radiusMetres")]
    [InlineData("""{"area":{"center":{"latitude":52,"longitude":6},"radiusMetres":-5}}""", "radius-not-positive", "area.radiusMetres")]
    [InlineData("""{"radiusMetres":9500}""", "nobody-added", "area")]
    public async Task Expand_ToWhatIsNoArea_IsRefused(string body, string reason, string field)
    {
        var location = await Requests.Prepare(api.Client);
        await ProblemAssert.Refused(api.Client, () => Requests.Post($"{location}/expand", Requests.Json(body)), 422, reason, field);
    }

    [Fact]
    public async Task EstimateExpansion_ForWhoIsAdded_NeedsNoKeyAndChangesNothing()
    {
        var location = await Requests.Prepare(api.Client);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{location}/expand/estimate")
        {
            Content = Requests.Json("""{"radiusMetres":1500}"""),
        };
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(2_500, (int)(await Requests.ReadJson(response))["people"]!);
    }

    [Fact]
    public async Task ExpansionPlan_MadeAndEnded_IsShownMeanwhile()
    {
        var location = await Requests.Prepare(api.Client);
        using var planned = await Send(location, "expansion-plan", """{"speedKmh":5,"largestRadiusMetres":3000,"startRadiusMetres":400}""");
        var plan = (await Requests.ReadJson(planned))["expansionPlan"]!;
        Assert.Equal((5d, 3_000d, 400d), ((double)plan["speedKmh"]!, (double)plan["largestRadiusMetres"]!, (double)plan["radiusMetres"]!));

        using var request = new HttpRequestMessage(HttpMethod.Delete, $"{location}/expansion-plan");
        request.Headers.Add("Idempotency-Key", "end");
        using var ended = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(202, (int)ended.StatusCode);
        Assert.Null((await Requests.ReadJson(ended))["expansionPlan"]);
    }

    [Theory]
    [InlineData("", 400, "missing-field", "speedKmh")]
    [InlineData("""{"speedKmh":5}""", 400, "missing-field", "largestRadiusMetres")]
    [InlineData("""{"speedKmh":0.1,"largestRadiusMetres":3000}""", 422, "speed-out-of-range", "speedKmh")]
    [InlineData("""{"speedKmh":900,"largestRadiusMetres":3000}""", 422, "speed-out-of-range", "speedKmh")]
    [InlineData("""{"speedKmh":5,"largestRadiusMetres":-1}""", 422, "radius-not-positive", "largestRadiusMetres")]
    public async Task ExpansionPlan_ThatCannotBe_IsRefused(string body, int status, string reason, string field)
    {
        var location = await Requests.Prepare(api.Client);
        await ProblemAssert.Refused(
            api.Client,
            () => Requests.Post($"{location}/expansion-plan", body.Length == 0 ? null : Requests.Json(body)),
            status,
            reason,
            field
        );
    }

    private async Task<HttpResponseMessage> Send(string location, string act, string body)
    {
        using var request = Requests.Post($"{location}/{act}", Requests.Json(body));
        return await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
