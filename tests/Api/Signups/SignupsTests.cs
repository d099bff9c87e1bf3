using System.Net;
using Burgernet.Participants;
using Burgernet.Tests.Api.Hosting;
using Burgernet.Tests.Api.Problems;

namespace Burgernet.Tests.Api.Signups;

public sealed class SignupsTests(Cluster cluster)
{
    private const string Signup = """
        {"name":"Jan Jansen","phones":["06 1234 5678"],"email":"jan@example.org","birthYear":1980,
        "locations":[{"label":"Thuis","point":{"latitude":52.25,"longitude":6.16},"channels":["voice"]}],
        "consent":{"at":"2026-01-31T12:00:00Z","textVersion":"2026-01"},"askBy":"email"}
        """;

    [Fact]
    public async Task SignUp_WithoutLogin_IsTakenAsACitizenWhoAgrees()
    {
        await using var api = await ApiHost.Start(cluster, practice: false, Keys.Room(0, "deventer", "sleutel"));
        using var request = Requests.Post(
            "/v1/signups",
            Requests.Json(Signup.Replace("Jan Jansen", "Zonder Sleutel", StringComparison.Ordinal))
        );
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("email", (string?)(await Requests.ReadJson(response))["askedBy"]);
        Assert.Null(response.Headers.Location);
        var (_, registration) = FakeSignupsGrain.Told["Zonder Sleutel"];
        Assert.Equal(
            ("website", LegalBasis.Consent, ConfirmationMethod.EmailToken, ParticipantKind.Citizen),
            (registration.Source, registration.LegalBasis, registration.AskBy, registration.Profile.Kind)
        );
    }

    [Fact]
    public async Task SignUp_SentAgain_IsTheSamePerson()
    {
        await using var api = await ApiHost.Start(cluster);
        var (body, key) = (Signup.Replace("Jan Jansen", "Twee Keer", StringComparison.Ordinal), Requests.NewKey());
        var ids = new HashSet<Guid>();
        foreach (var sent in new[] { key, key, Requests.NewKey() })
        {
            using var request = Requests.Post("/v1/signups", Requests.Json(body), sent);
            using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
            ids.Add(FakeSignupsGrain.Told["Twee Keer"].Id);
        }

        Assert.Equal(2, ids.Count);
    }

    [Theory]
    [InlineData("\"askBy\":\"email\"", "\"kind\":\"professional\",\"askBy\":\"email\"", 400, "unknown-field", "/kind")]
    [InlineData("\"askBy\":\"email\"", "\"targetGroups\":[],\"askBy\":\"email\"", 400, "unknown-field", "/targetGroups")]
    [InlineData("\"askBy\":\"email\"", "\"confirmedBy\":\"signed-card\",\"askBy\":\"email\"", 400, "unknown-field", "/confirmedBy")]
    [InlineData(",\"askBy\":\"email\"", "", 400, "missing-field", "/askBy")]
    [InlineData("Jan Jansen", "", 422, "name-missing", "/name")]
    public async Task SignUp_ThatCannotBe_IsRefused(string part, string instead, int status, string reason, string field)
    {
        await using var api = await ApiHost.Start(cluster);
        await ProblemAssert.Refused(
            api.Client,
            () => Requests.Post("/v1/signups", Requests.Json(Signup.Replace(part, instead, StringComparison.Ordinal))),
            status,
            reason,
            field
        );
    }

    [Theory]
    [InlineData("confirm", """{"token":"good"}""")]
    [InlineData("confirm", """{"phone":"06 1234 5678","code":"123456"}""")]
    [InlineData("leave", """{"token":"good"}""")]
    public async Task Token_ThatIsRight_IsAnsweredWithNothing(string act, string body)
    {
        await using var api = await ApiHost.Start(cluster);
        using var content = Requests.Json(body);
        using var response = await api.Client.PostAsync($"/v1/signups/{act}", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Theory]
    [InlineData("confirm", """{"token":"bad"}""", 422, "token-unknown", "/token")]
    [InlineData("confirm", """{"phone":"06 1234 5678","code":"654321"}""", 422, "code-unknown", "/code")]
    [InlineData("confirm", """{"phone":"06 1234 5678"}""", 400, "token-or-code", "")]
    [InlineData("confirm", """{"token":"good","phone":"06","code":"123456"}""", 400, "token-or-code", "")]
    [InlineData("leave", """{"token":"bad"}""", 422, "token-unknown", "/token")]
    [InlineData("leave", "{}", 400, "missing-field", "/token")]
    public async Task Token_ThatIsWrong_IsRefusedWithoutSayingWhy(string act, string body, int status, string reason, string field)
    {
        await using var api = await ApiHost.Start(cluster);
        await ProblemAssert.Refused(
            api.Client,
            () => new HttpRequestMessage(HttpMethod.Post, $"/v1/signups/{act}") { Content = Requests.Json(body) },
            status,
            reason,
            field
        );
    }

    [Fact]
    public async Task SignUps_TooMany_AreTurnedAwayByAddress()
    {
        await using var api = await ApiHost.Start(cluster, practice: true, ("Burgernet:Api:SignupsPerMinuteAndAddress", "2"));
        Assert.Equal([422, 422, 429], await Tries(api, "192.0.2.1", 3));

        // Another client behind the same proxy; what a client writes of itself does not count.
        Assert.Equal([422, 422, 429], await Tries(api, "192.0.2.1, 192.0.2.2", 3));
        Assert.Equal([422, 422, 429], await Tries(api, "2001:db8::1", 3));
        Assert.Equal([429], await Tries(api, "2001:db8::2", 1));
    }

    [Fact]
    public async Task SignUps_TooManyOfEverybody_AreTurnedAway()
    {
        await using var api = await ApiHost.Start(cluster, practice: true, ("Burgernet:Api:SignupsPerMinute", "2"));
        Assert.Equal([422], await Tries(api, "192.0.2.1", 1));
        Assert.Equal([422], await Tries(api, "192.0.2.2", 1));
        Assert.Equal([429], await Tries(api, "192.0.2.3", 1));
    }

    [Fact]
    public async Task Page_PressedTooOften_SaysSoAsAPage()
    {
        await using var api = await ApiHost.Start(cluster, practice: true, ("Burgernet:Api:SignupsPerMinuteAndAddress", "1"));
        await Tries(api, "192.0.2.1", 1);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/signups/leave?token=good");
        request.Headers.Add("X-Forwarded-For", "192.0.2.1");
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.TooManyRequests, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task PracticeMail_WhereNothingIsPractice_IsNotThere()
    {
        await using var api = await ApiHost.Start(cluster);
        using var response = await api.Client.GetAsync("/v1/practice/mail", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<List<int>> Tries(ApiHost api, string forwardedFor, int times)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/signups/confirm")
            {
                Content = Requests.Json("""{"token":"bad"}"""),
            };
            request.Headers.Add("X-Forwarded-For", forwardedFor);
            using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
            statuses.Add((int)response.StatusCode);
        }

        return statuses;
    }
}
