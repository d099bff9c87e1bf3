using System.Text.Json;
using Burgernet.Tests.Api.Hosting;

namespace Burgernet.Tests.Api.Coverage;

public sealed class CoverageTests(PracticeApi api, Cluster cluster) : IClassFixture<PracticeApi>
{
    [Fact]
    public async Task Municipalities_AsJson_HaveGoalSignalAndTrend()
    {
        using var document = JsonDocument.Parse(await Get("/v1/coverage/municipalities", accept: null));
        var deventer = document.RootElement.GetProperty("municipalities")[0];

        Assert.Equal("GM0150", deventer.GetProperty("code").GetString());
        Assert.Equal(75, deventer.GetProperty("percentOfGoal").GetDouble());
        Assert.Equal("below", deventer.GetProperty("signal").GetString());
        Assert.False(deventer.GetProperty("months")[0].TryGetProperty("left", out _));
        Assert.True(document.RootElement.GetProperty("municipalities")[1].GetProperty("fewerThanFive").GetBoolean());
    }

    [Theory]
    [InlineData("/v1/coverage/municipalities.csv", null)]
    [InlineData("/v1/coverage/municipalities", "text/csv")]
    [InlineData("/v1/coverage/municipalities", "application/json;q=0.5, text/csv")]
    public async Task Municipalities_AsCsv_AreTheSame(string path, string? accept) =>
        Assert.Equal(
            "\ufeffcode,name,inhabitants,goal,participants,percent_of_goal,signal,joined_2026_01,left_2026_01\r\n"
                + "GM0150,\"Deventer, \"\"de Koek\"\"\",102000,6000,4500,75,below,40,\r\n,\"\",,,,,unknown,0,0\r\n",
            await Get(path, accept)
        );

    [Theory]
    [InlineData("/v1/coverage/municipalities.geojson", null)]
    [InlineData("/v1/coverage/municipalities", "application/geo+json")]
    public async Task Municipalities_AsGeoJson_HaveBordersGoalAndSignal(string path, string? accept)
    {
        using var document = JsonDocument.Parse(await Get(path, accept));
        var features = document.RootElement.GetProperty("features");
        var deventer = features[0];

        Assert.Equal("GM0150", deventer.GetProperty("id").GetString());
        Assert.Equal("MultiPolygon", deventer.GetProperty("geometry").GetProperty("type").GetString());
        Assert.Equal("[[[[6,52],[7,52],[7,53],[6,52]]]]", deventer.GetProperty("geometry").GetProperty("coordinates").GetRawText());
        Assert.Equal(4500, deventer.GetProperty("properties").GetProperty("participants").GetInt32());
        Assert.Equal("below", deventer.GetProperty("properties").GetProperty("signal").GetString());
        Assert.Equal(JsonValueKind.Null, features[1].GetProperty("geometry").ValueKind);
        Assert.True(features[1].GetProperty("properties").GetProperty("fewerThanFive").GetBoolean());
    }

    [Fact]
    public async Task Participation_WithoutAKey_IsForEverybodyAndKeptForAWhile()
    {
        await using var host = await ApiHost.Start(cluster, practice: false, Keys.Room(0, "deventer", "geheim"));
        using var response = await host.Client.GetAsync("/v1/coverage/participation", TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(4500, document.RootElement.GetProperty("municipalities")[0].GetProperty("participants").GetInt32());
        Assert.Equal(1, document.RootElement.GetProperty("municipalities").GetArrayLength());
        Assert.Equal("public, max-age=300", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Cells_AsCsv_HideSmallCounts() =>
        Assert.Matches(
            $"^\ufeffcell,participants\r\n{FakeCoverageGrain.Cell.Value:x},25\r\n[0-9a-f]+,\r\n$",
            await Get("/v1/coverage/cells.csv", accept: null)
        );

    [Theory]
    [InlineData("/v1/coverage/cells.geojson", null)]
    [InlineData("/v1/coverage/cells", "application/geo+json")]
    public async Task Cells_AsGeoJson_AreClosedPolygons(string path, string? accept)
    {
        using var document = JsonDocument.Parse(await Get(path, accept));
        var features = document.RootElement.GetProperty("features");

        Assert.Equal(2, features.GetArrayLength());
        Assert.Equal(25, features[0].GetProperty("properties").GetProperty("participants").GetInt32());
        Assert.Equal(JsonValueKind.Null, features[1].GetProperty("properties").GetProperty("participants").ValueKind);
        var ring = features[0].GetProperty("geometry").GetProperty("coordinates")[0];
        Assert.Equal(7, ring.GetArrayLength());
        Assert.Equal(ring[0].GetRawText(), ring[6].GetRawText());
        Assert.InRange(ring[0][0].GetDouble(), 6.1, 6.2);
    }

    [Fact]
    public async Task Cells_AsJson_AreNamedAsH3WritesThem()
    {
        using var document = JsonDocument.Parse(await Get("/v1/coverage/cells", accept: null));

        Assert.Equal($"{FakeCoverageGrain.Cell.Value:x}", document.RootElement.GetProperty("cells")[0].GetProperty("cell").GetString());
    }

    private async Task<string> Get(string path, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return System.Text.Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
