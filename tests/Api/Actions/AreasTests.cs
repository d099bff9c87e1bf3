using System.Text.Json.Nodes;
using Burgernet.Tests.Api.Hosting;
using Burgernet.Tests.Api.Problems;

namespace Burgernet.Tests.Api.Actions;

public sealed class AreasTests(Cluster cluster, PracticeApi api) : IClassFixture<PracticeApi>
{
    [Theory]
    [InlineData("""{"cells":["881969b211fffff"]}""")]
    [InlineData("""{"cells":["881969b211fffff","881969b213fffff"],"exclude":[{"cells":["881969b213fffff"]}]}""")]
    [InlineData(
        """{"center":{"latitude":52.25,"longitude":6.16},"radiusMetres":500,"exclude":[{"center":{"latitude":52.25,"longitude":6.16},"radiusMetres":100},{"type":"Polygon","coordinates":[[[6.1,52],[6.2,52],[6.2,52.1],[6.1,52]]]}]}"""
    )]
    public async Task Area_OfAnyForm_IsShownAsItWasGiven(string area)
    {
        using var request = Requests.Create(Requests.Draft(area: area));
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(201, (int)response.StatusCode);
        var shown = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(area), shown?["area"]), shown?["area"]?.ToJsonString());
        Assert.Null(shown?["targetGroups"]);
    }

    [Fact]
    public async Task Municipalities_OfTheConfiguredBorders_BecomePolygonsEachOnce()
    {
        using var request = Requests.Create(Requests.Draft(area: """{"municipalities":["0150","0193","0150"]}"""));
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(201, (int)response.StatusCode);
        var area = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["area"]!;
        Assert.Equal("MultiPolygon", (string?)area["type"]);
        Assert.Equal([6.1, 6.0], area["coordinates"]!.AsArray().Select(polygon => (double)polygon![0]![0]![0]!));
    }

    [Fact]
    public async Task Cells_WithoutAnIncidentPoint_AreSeenFromTheOneInTheMiddle()
    {
        using var request = Requests.Create(Requests.Draft(area: """{"cells":["881969b211fffff","881969b213fffff","881969b215fffff"]}"""));
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var point = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["incidentPoint"]!;
        var from = new Burgernet.H3.LatLng((double)point["latitude"]!, (double)point["longitude"]!);
        Assert.Contains(
            Burgernet.H3.H3Grid.LatLngToCell(from, 8).ToString(),
            new[] { "881969b211fffff", "881969b213fffff", "881969b215fffff" },
            StringComparer.Ordinal
        );
    }

    [Fact]
    public async Task TargetGroups_Configured_AreShownAndOthersRefused()
    {
        await using var host = await ApiHost.Start(
            cluster,
            practice: true,
            ("Burgernet:Register:TargetGroups:0:Id", "staff"),
            ("Burgernet:Register:TargetGroups:0:Bit", "3")
        );
        using var request = Requests.Create(With("""["staff","staff"]"""));
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(201, (int)response.StatusCode);
        var shown = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("""["staff"]""", shown?["targetGroups"]?.ToJsonString());
        await ProblemAssert.Refused(
            host.Client,
            () => Requests.Create(With("""["nobody"]""")),
            422,
            "target-group-unknown",
            "targetGroups"
        );
        await ProblemAssert.Refused(host.Client, () => Requests.Create(With("[]")), 400, "empty", "targetGroups");
    }

    private static string With(string groups) => $$"""{{Requests.Draft()[..^1]}},"targetGroups":{{groups}}}""";
}
