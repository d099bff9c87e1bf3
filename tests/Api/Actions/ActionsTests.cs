using Burgernet.Tests.Api.Hosting;

namespace Burgernet.Tests.Api.Actions;

public sealed class ActionsTests(PracticeApi api) : IClassFixture<PracticeApi>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_GoodDraft_ReturnsTheActionAndWhereItIs()
    {
        using var request = Requests.Create(Requests.Draft(), english: "7.5");
        using var response = await api.Client.SendAsync(request, Cancelled);
        var action = await Requests.ReadJson(response);

        Assert.Equal(201, (int)response.StatusCode);
        Assert.Equal($"/v1/actions/{action["id"]}", response.Headers.Location!.OriginalString);
        Assert.Equal("practice", (string?)action["controlRoom"]);
        Assert.Equal("missing-child", (string?)action["kind"]);
        Assert.Equal("draft", (string?)action["status"]);
        Assert.Equal("2026-03-29T01:30:00.123Z", (string?)action["createdAt"]);
        Assert.Equal(500, (double?)action["area"]!["radiusMetres"]);
        Assert.Equal(52.25, (double?)action["incidentPoint"]!["latitude"]);
        Assert.Equal("""["nl","en"]""", action["languages"]!.ToJsonString());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(response.Headers.Contains("Idempotency-Replayed"));
    }

    [Fact]
    public async Task Action_WrittenOut_ReadsWellInATerminal()
    {
        var location = await Requests.Prepare(api.Client, "Eén café");
        var text = await api.Client.GetStringAsync(location, Cancelled);

        Assert.Contains("\n  \"description\": \"Eén café\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("startedAt", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_Polygon_TakesAPointOnItsSurface()
    {
        // A horseshoe: its centroid lies in the opening.
        const string area =
            """{"type":"Polygon","coordinates":[[[6,52],[6.03,52],[6.03,52.03],[6.02,52.03],[6.02,52.005],[6.01,52.005],[6.01,52.03],[6,52.03],[6,52]]]}""";
        using var request = Requests.Create(Requests.Draft(area: area));
        using var response = await api.Client.SendAsync(request, Cancelled);
        var action = await Requests.ReadJson(response);

        Assert.Equal(201, (int)response.StatusCode);
        Assert.Equal("Polygon", (string?)action["area"]!["type"]);
        Assert.Equal(9, action["area"]!["coordinates"]![0]!.AsArray().Count);
        var longitude = (double)action["incidentPoint"]!["longitude"]!;
        var latitude = (double)action["incidentPoint"]!["latitude"]!;
        Assert.True(latitude < 52.005 || longitude is < 6.01 or > 6.02);
    }

    [Fact]
    public async Task Create_MultiPolygonWithHoleAndOwnIncidentPoint_ComesBackAsItWas()
    {
        const string area =
            """{"type":"MultiPolygon","coordinates":[[[[6,52],[6.04,52],[6.04,52.04],[6,52.04],[6,52]],[[6.01,52.01],[6.02,52.01],[6.02,52.02],[6.01,52.01]]],[[[6.1,52],[6.11,52],[6.11,52.01],[6.1,52]]]]}""";
        var json = Requests.Draft(area: area).TrimEnd('}') + """}, "incidentPoint":{"latitude":52.5,"longitude":6.5}}""";
        using var request = Requests.Create(json);
        using var response = await api.Client.SendAsync(request, Cancelled);
        var action = await Requests.ReadJson(response);

        Assert.Equal(201, (int)response.StatusCode);
        Assert.Equal(area, action["area"]!.ToJsonString());
        Assert.Equal(6.5, (double?)action["incidentPoint"]!["longitude"]);
    }

    [Fact]
    public async Task StartAndStop_ADraft_AreAcceptedWithProgress()
    {
        var location = await Requests.Prepare(api.Client);
        using var start = Requests.Post($"{location}/start");
        using var started = await api.Client.SendAsync(start, Cancelled);
        var active = await Requests.ReadJson(started);
        using var stop = Requests.Post($"{location}/stop", Requests.Json("""{"reason":"Gevonden"}"""));
        using var stopped = await api.Client.SendAsync(stop, Cancelled);
        var ended = await Requests.ReadJson(stopped);

        Assert.Equal(202, (int)started.StatusCode);
        Assert.Equal("active", (string?)active["status"]);
        Assert.Equal("2026-03-29T01:30:00.1230005Z", (string?)active["startedAt"]);
        Assert.Equal("""{"no-answer":2,"heard":1}""", active["progress"]!["results"]!.ToJsonString());
        Assert.Equal(5, (int?)active["progress"]!["selected"]);
        Assert.Equal(1, (int?)active["progress"]!["underWay"]);
        Assert.True((bool?)active["progress"]!["selectionComplete"]);
        Assert.Equal(202, (int)stopped.StatusCode);
        Assert.Equal("stopped", (string?)ended["status"]);
        Assert.Equal("Gevonden", (string?)ended["description"]);
    }

    [Fact]
    public async Task Dossier_PagedToTheEnd_HoldsEveryEntryOnceWithItsDataVerbatim()
    {
        var location = await Requests.Prepare(api.Client);
        var sequences = new List<long>();
        for (var next = $"{location}/dossier?limit=3"; next is not null; )
        {
            using var response = await api.Client.GetAsync(next, Cancelled);
            Assert.Equal(200, (int)response.StatusCode);
            var text = await response.Content.ReadAsStringAsync(Cancelled);
            Assert.Contains(
                """
                "data": {"b":1.50, "a":"\u00e9"}
                """.Trim(),
                text,
                StringComparison.Ordinal
            );
            var page = await Requests.ReadJson(response);
            sequences.AddRange(page["entries"]!.AsArray().Select(entry => (long)entry!["sequence"]!));
            next = (string?)page["next"];
            var link = response.Headers.TryGetValues("Link", out var links) ? links.Single() : null;
            Assert.Equal(next is null ? null : $"<{next}>; rel=\"next\"", link);
        }

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], sequences);
    }

    [Fact]
    public async Task Deliveries_Read_ShowResultsAsCodes()
    {
        var location = await Requests.Prepare(api.Client);
        using var response = await api.Client.GetAsync($"{location}/deliveries", Cancelled);
        var page = await Requests.ReadJson(response);
        var deliveries = page["deliveries"]!.AsArray();

        Assert.Equal(5, deliveries.Count);
        Assert.Equal("cancelled-by-stop", (string?)deliveries[0]!["result"]);
        Assert.Equal(487, (int?)deliveries[0]!["sipStatus"]);
        Assert.Null(deliveries[4]!["result"]);
        Assert.Null(page["next"]);
    }
}
