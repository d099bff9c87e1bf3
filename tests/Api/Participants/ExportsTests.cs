using Burgernet.TestKit;
using Burgernet.Tests.Api.Hosting;
using Burgernet.Tests.Api.Problems;

namespace Burgernet.Tests.Api.Participants;

public sealed class ExportsTests(PracticeApi api, Cluster cluster) : IClassFixture<PracticeApi>
{
    private const string Newsletter = "/v1/participants/exports/newsletter";
    private const string Research = "/v1/participants/exports/research";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Newsletter_OfAllPages_IsCsvThatNoSpreadsheetRuns()
    {
        using var response = await api.Client.PostAsync(Newsletter, content: null, Cancelled);

        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("newsletter.csv", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(
            "name,email,language\r\n\"'=HYPERLINK(\"\"x\"\")\",a@example.org,nl\r\n\"Wit, \"\"de\"\" Jan\",\"'+b@example.org\",nl\r\n"
                + "Zoë,c@example.org,nl\r\n",
            await response.Content.ReadAsStringAsync(Cancelled)
        );
    }

    [Theory]
    [InlineData(null, "once")]
    [InlineData("{}", "once")]
    [InlineData("""{"study":"reach-2026"}""", "reach-2026")]
    public async Task Research_OfAStudy_HasPseudonymsAndNothingPersonal(string? body, string pseudonym)
    {
        using var response = await api.Client.PostAsync(Research, body is null ? null : Requests.Json(body), Cancelled);
        Assert.Equal(
            "pseudonym,birth_years,municipalities,language,kind,channels,joined,left\r\n"
                + $"{pseudonym},1980-1989,GM0150 GM0193,en,citizen,voice email,2026-01,2026-03\r\n",
            await response.Content.ReadAsStringAsync(Cancelled)
        );
    }

    [Fact]
    public async Task Research_OfAStudyWithoutAName_IsRefused() =>
        await ProblemAssert.Refused(
            api.Client,
            () => new HttpRequestMessage(HttpMethod.Post, Research) { Content = Requests.Json("""{"study":"Reach 2026"}""") },
            400,
            "study-name",
            "/study"
        );

    [Fact]
    public async Task Exports_ByRole_AreServedAndRecorded()
    {
        await using var host = await ApiHost.Start(
            cluster,
            practice: true,
            [
                .. Keys.Room(0, "export-room"),
                .. Keys.WithRoles(0, "manager", "relationship-manager"),
                .. Keys.WithRoles(1, "editor", "relationship-manager newsletter-editor"),
                .. Keys.WithRoles(2, "researcher", "researcher", "GM0150"),
            ]
        );
        Assert.Equal("403 403", await Both(host.Client, "manager"));
        Assert.Equal("200 403", await Both(host.Client, "editor"));
        Assert.Equal("403 200", await Both(host.Client, "researcher"));

        await Eventually.Holds(
            "both exports are recorded as complete",
            () => FakeRegisterGrain.Of("export-room", "anna").Count(record => record.Complete) == 2,
            Patience
        );
        Assert.Equal(
            "TookNewsletter 3, TookResearch 1",
            string.Join(", ", FakeRegisterGrain.Of("export-room", "anna").Select(record => $"{record.Access.Act} {record.Count}"))
        );
    }

    [Fact]
    public async Task Export_WhoseCallerGoesAway_EndsAndIsRecordedAsCutOff()
    {
        await using var host = await ApiHost.Start(
            cluster,
            practice: true,
            [
                .. Keys.Room(0, "endless-room"),
                .. Keys.WithRoles(0, "editor", "relationship-manager newsletter-editor", FakeRegisterGrain.Endless),
            ]
        );
        Keys.Use(host.Client, "editor");
        using (var request = new HttpRequestMessage(HttpMethod.Post, Newsletter))
        {
            using var response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
            await using var stream = await response.Content.ReadAsStreamAsync(Cancelled);
            await stream.ReadExactlyAsync(new byte[64], Cancelled);
            Assert.Null(FakeRegisterGrain.Of("endless-room", "anna").Single().Count);
        }

        await Eventually.Holds(
            "the export is recorded as ended",
            () => FakeRegisterGrain.Of("endless-room", "anna").Single().Count > 0,
            Patience
        );
        Assert.False(FakeRegisterGrain.Of("endless-room", "anna").Single().Complete);
    }

    private static async Task<string> Both(HttpClient client, string key)
    {
        Keys.Use(client, key);
        using var newsletter = await client.PostAsync(Newsletter, content: null, Cancelled);
        using var research = await client.PostAsync(Research, content: null, Cancelled);
        return $"{(int)newsletter.StatusCode} {(int)research.StatusCode}";
    }
}
