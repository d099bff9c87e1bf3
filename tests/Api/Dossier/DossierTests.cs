using Burgernet.Tests.Api.Hosting;
using Burgernet.Tests.Api.Problems;

namespace Burgernet.Tests.Api.Dossier;

public sealed class DossierTests(PracticeApi api, Cluster cluster) : IClassFixture<PracticeApi>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Head_Read_IsWhatWasSigned()
    {
        var location = await Requests.Prepare(api.Client);
        using var response = await api.Client.GetAsync($"{location}/dossier/head", Cancelled);
        var head = await Requests.ReadJson(response);
        Assert.Equal(location[(location.LastIndexOf('/') + 1)..], (string?)head["actionId"]);
        Assert.Equal((7, 1_764_111_600_123_456), ((long)head["sequence"]!, (long)head["atMicroseconds"]!));
        Assert.Equal("2026-1", (string?)head["keyId"]);
        Assert.Equal(64, Convert.FromBase64String((string)head["signature"]!).Length);
    }

    [Fact]
    public async Task Keys_Read_ShowWhichSigns()
    {
        using var response = await api.Client.GetAsync("/v1/dossier-keys", Cancelled);
        var keys = (await Requests.ReadJson(response))["keys"]!.AsArray();
        Assert.Equal(
            ["2025-1 ES256 False", "2026-1 ES256 True"],
            [.. keys.Select(key => $"{(string?)key!["id"]} {(string?)key["algorithm"]} {(bool)key["signs"]!}")]
        );
    }

    [Fact]
    public async Task Attempts_AsJson_ComeInPages()
    {
        var location = await Requests.Prepare(api.Client);
        var read = 0;
        for (var next = $"{location}/attempts?limit=500"; next is not null; )
        {
            using var response = await api.Client.GetAsync(next, Cancelled);
            var page = await Requests.ReadJson(response);
            read += page["attempts"]!.AsArray().Count;
            next = (string?)page["next"];
        }

        Assert.Equal(FakeDossierGrain.Attempts, read);
    }

    [Fact]
    public async Task Attempts_FromAPlaceThatIsNone_AreRefused()
    {
        var location = await Requests.Prepare(api.Client);
        await ProblemAssert.Refused(
            api.Client,
            () => new HttpRequestMessage(HttpMethod.Get, $"{location}/attempts?after=xyz"),
            400,
            "invalid-cursor",
            "after"
        );
    }

    [Fact]
    public async Task Attempts_AsCsv_AreAllThereAndNoFormula()
    {
        var lines = await Csv($"{await Requests.Prepare(api.Client)}/attempts");
        Assert.Equal(
            "pseudonym,message,channel,attempt,carrier,redial,claimed_at,rang_at,answered_at,ended_at,ended_by,sip_status,keys,played_ms",
            lines[0]
        );
        Assert.Equal(FakeDossierGrain.Attempts + 1, lines.Length);
        Assert.Equal(
            """p0,1,voice,1,"'=cmd()",false,2026-03-29T01:30:00.123Z,2026-03-29T01:30:00.123Z,,2026-03-29T01:30:00.123Z,cancelled-by-stop,487,"'+1",0""",
            lines[1]
        );
        Assert.Contains(",\"practice, \"\"one\"\"\",", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliveries_AsCsv_AreAllThereOverPages()
    {
        var lines = await Csv($"{await Requests.Prepare(api.Client)}/deliveries");
        Assert.Equal(6, lines.Length);
        Assert.StartsWith(
            "p1,1,voice,en,1,2026-03-29T01:30:00.123Z,cancelled-by-stop,2026-03-29T01:30:00.123Z,true,1,",
            lines[2],
            StringComparison.Ordinal
        );
        Assert.Equal("p4,1,voice,nl,4,2026-03-29T01:30:00.123Z,,,false,0,,,,,,,,,", lines[5]);
    }

    [Fact]
    public async Task Csv_OfAnUnknownAction_IsRefusedInWords()
    {
        foreach (var list in new[] { "deliveries", "attempts", "dossier/head" })
        {
            await ProblemAssert.Refused(
                api.Client,
                () =>
                {
                    var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/actions/{Guid.NewGuid():D}/{list}");
                    request.Headers.Accept.ParseAdd("text/csv");
                    return request;
                },
                404,
                "unknown-action",
                "id"
            );
        }
    }

    [Fact]
    public async Task Deliveries_ForAnAnalyst_HoldNoIdOfAParticipant()
    {
        await using var host = await ApiHost.Start(
            cluster,
            practice: true,
            [.. Keys.Room(0, "deventer", "centralist"), .. Keys.WithRoles(0, "cijfers", "analyst")]
        );
        Keys.Use(host.Client, "centralist");
        var location = await Requests.Prepare(host.Client);
        var seen = await First(host.Client, location);
        Assert.Equal("00000001-0000-0000-0000-000000000000", (string?)seen["participantId"]);
        Keys.Use(host.Client, "cijfers");
        seen = await First(host.Client, location);
        Assert.Equal((null, "p0"), ((string?)seen["participantId"], (string?)seen["pseudonym"]));
        using var dossier = await host.Client.GetAsync($"{location}/dossier", Cancelled);
        Assert.Equal(403, (int)dossier.StatusCode);
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> First(HttpClient client, string location)
    {
        using var response = await client.GetAsync($"{location}/deliveries?limit=1", Cancelled);
        return (await Requests.ReadJson(response))["deliveries"]![0]!;
    }

    private async Task<string[]> Csv(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/csv");
        using var response = await api.Client.SendAsync(request, Cancelled);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.EndsWith(".csv", response.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
        var bytes = await response.Content.ReadAsByteArrayAsync(Cancelled);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        return System.Text.Encoding.UTF8.GetString(bytes[3..]).TrimEnd().Split("\r\n");
    }
}
