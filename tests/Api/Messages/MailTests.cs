using Burgernet.Tests.Api.Hosting;
using Burgernet.Tests.Api.Problems;

namespace Burgernet.Tests.Api.Messages;

/// <summary>What messages say as a mail, and the article after an action.</summary>
public sealed class MailTests(PracticeApi api) : IClassFixture<PracticeApi>
{
    private const string Head = """{"kind":"theft","description":"d","incidentNumber":"1","media":["email"],"area":""" + Requests.Circle;
    private const string Article = """{"email":{"nl":{"subject":"Fiets terug","text":"De fiets is terug.\n\nDank u wel."}}}""";

    [Fact]
    public async Task Draft_ByMail_NeedsNoRecordingAndShowsWhatItSays()
    {
        using var request = Draft("""{"nl":{"subject":" Fiets weg ","text":"Rood."},"en":{"subject":"Bicycle","text":"Red."}}""");
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var action = await Requests.ReadJson(response);
        Assert.Equal(201, (int)response.StatusCode);
        Assert.Equal(
            """[{"language":"nl","subject":"Fiets weg","text":"Rood."},{"language":"en","subject":"Bicycle","text":"Red."}]""",
            action["messages"]![0]!["email"]!.ToJsonString()
        );
    }

    [Theory]
    [InlineData("{}", "empty", "email")]
    [InlineData("[]", "not-an-object", "email")]
    [InlineData("""{"de":{"subject":"a","text":"b"}}""", "unknown-field", "email.de")]
    [InlineData("""{"nl":{"subject":"a"}}""", "missing-field", "email.nl.text")]
    [InlineData("""{"nl":{"text":"a"}}""", "missing-field", "email.nl.subject")]
    [InlineData("""{"nl":{"subject":"a\nBcc: b@example.org","text":"a"}}""", "control-character", "email.nl.subject")]
    [InlineData("""{"nl":{"subject":"a","text":"a","html":"b"}}""", "unknown-field", "email.nl.html")]
    public async Task Draft_WithAMailThatIsWrong_IsRefusedNamingIt(string mail, string reason, string field) =>
        await ProblemAssert.Refused(api.Client, () => Draft(mail), 400, reason, field);

    [Theory]
    [InlineData("MailMissing", 400, "mail-missing", "email")]
    [InlineData("NoCarrierForMedium", 422, "no-carrier-for-medium", "media")]
    public async Task Draft_ThatCannotGoByMail_IsRefusedWithTheReason(string code, int status, string reason, string field) =>
        await ProblemAssert.Refused(api.Client, () => Requests.Create(Requests.Draft($"refuse:{code}")), status, reason, field);

    [Fact]
    public async Task Article_OfAClosedAction_IsAcceptedOnce()
    {
        var location = await Closed();
        var key = Requests.NewKey();
        using var request = Send(location, Article, key);
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(202, (int)response.StatusCode);
        var message = (await Requests.ReadJson(response))["messages"]![0]!;
        Assert.Equal(("article", "Fiets terug"), ((string?)message["kind"], (string?)message["email"]![0]!["subject"]));

        using var repeated = Send(location, Article, key);
        using var again = await api.Client.SendAsync(repeated, TestContext.Current.CancellationToken);
        Assert.Equal("true", again.Headers.GetValues("Idempotency-Replayed").Single());
    }

    [Theory]
    [InlineData("{}", "missing-field", "email")]
    [InlineData("""{"email":{}}""", "empty", "email")]
    [InlineData("""{"email":{"nl":{"subject":"a","text":"b"}},"media":["sms"]}""", "unknown-field", "media")]
    public async Task Article_ThatIsWrong_IsRefusedNamingIt(string json, string reason, string field)
    {
        var location = await Closed();
        await ProblemAssert.Refused(api.Client, () => Send(location, json), 400, reason, field);
    }

    [Fact]
    public async Task Article_BeforeClosing_IsRefused()
    {
        var location = await Requests.Prepare(api.Client);
        await ProblemAssert.Refused(api.Client, () => Send(location, Article), 409, "is-draft", "status");
    }

    private static HttpRequestMessage Draft(string mail) => Requests.Create($"{Head},\"email\":{mail}}}", dutch: null);

    private static HttpRequestMessage Send(string location, string json, string? key = null) =>
        Requests.Post($"{location}/article", Requests.Json(json), key);

    private async Task<string> Closed()
    {
        var location = await Requests.Prepare(api.Client);
        foreach (
            var request in new[]
            {
                Requests.Post($"{location}/start"),
                Requests.Message($"{location}/outcome", json: null),
                Requests.Post($"{location}/close", Requests.Json("""{"result":"direct"}""")),
            }
        )
        {
            using (request)
            using (var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken))
            {
                Assert.Equal(202, (int)response.StatusCode);
            }
        }

        return location;
    }
}
