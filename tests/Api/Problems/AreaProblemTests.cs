using System.Globalization;
using Burgernet.Tests.Api.Hosting;

namespace Burgernet.Tests.Api.Problems;

public sealed class AreaProblemTests(PracticeApi api) : IClassFixture<PracticeApi>
{
    private const string Polygon = """{"type":"Polygon","coordinates":""";
    private const string Circle = """{"center":{"latitude":52,"longitude":6},"radiusMetres":500""";
    private const string Multi = """{"type":"MultiPolygon","coordinates":""";

    [Theory]
    [InlineData("{}", 422, "unknown-area-type", "area")]
    [InlineData("""{"type":"Polygon","radiusMetres":5}""", 422, "unknown-area-type", "area")]
    [InlineData("""{"type":"Point","coordinates":[6,52]}""", 422, "unknown-area-type", "area.type")]
    [InlineData("""{"type":"Polygon"}""", 400, "missing-field", "area.coordinates")]
    [InlineData("""{"coordinates":[]}""", 400, "missing-field", "area.type")]
    [InlineData("""{"center":{"latitude":52,"longitude":6}}""", 400, "missing-field", "area.radiusMetres")]
    [InlineData("""{"radiusMetres":5}""", 400, "missing-field", "area.center")]
    [InlineData("""{"center":{"lat":52,"longitude":6},"radiusMetres":5}""", 400, "unknown-field", "area.center.lat")]
    [InlineData("""{"center":{"latitude":"52","longitude":6},"radiusMetres":5}""", 400, "not-a-number", "area.center.latitude")]
    [InlineData("""{"center":{"latitude":90.1,"longitude":6},"radiusMetres":5}""", 422, "latitude-outside", "area.center.latitude")]
    [InlineData("""{"center":{"latitude":52,"longitude":-180.1},"radiusMetres":5}""", 422, "longitude-outside", "area.center.longitude")]
    [InlineData("""{"center":{"latitude":1e999,"longitude":6},"radiusMetres":5}""", 400, "not-finite", "area.center.latitude")]
    [InlineData("""{"center":{"latitude":52,"longitude":6},"radiusMetres":-1e999}""", 400, "not-finite", "area.radiusMetres")]
    [InlineData("""{"center":{"latitude":52,"longitude":6},"radiusMetres":0}""", 422, "radius-not-positive", "area.radiusMetres")]
    [InlineData("""{"center":{"latitude":52,"longitude":6},"radiusMetres":-5}""", 422, "radius-not-positive", "area.radiusMetres")]
    [InlineData("""{"center":{"latitude":52,"longitude":6},"radiusMetres":15001}""", 422, "radius-too-large", "area.radiusMetres")]
    [InlineData(Polygon + "7}", 400, "not-an-array", "area.coordinates")]
    [InlineData(Polygon + "[]}", 422, "area-empty", "area.coordinates")]
    [InlineData(Polygon + "[[]]}", 422, "area-empty", "area.coordinates[0]")]
    [InlineData(Polygon + "[7]}", 400, "not-an-array", "area.coordinates[0]")]
    [InlineData(Polygon + "[[[6,52],[6.1,52],[6,52]]]}", 422, "ring-too-few-points", "area.coordinates[0]")]
    [InlineData(Polygon + "[[[6,52],[6.1,52],[6.1,52.1],[6,52.1]]]}", 422, "ring-not-closed", "area.coordinates[0]")]
    [InlineData(Polygon + "[[[6,52],[6.1],[6.1,52.1],[6,52]]]}", 422, "not-a-position", "area.coordinates[0][1]")]
    [InlineData(Polygon + """[[[6,52],[6.1,"52"],[6.1,52.1],[6,52]]]}""", 400, "not-a-number", "area.coordinates[0][1][1]")]
    [InlineData(Polygon + "[[[6,52],[6.1,1e999],[6.1,52.1],[6,52]]]}", 400, "not-finite", "area.coordinates[0][1][1]")]
    [InlineData(Polygon + "[[[6,52],[190,52],[6.1,52.1],[6,52]]]}", 422, "longitude-outside", "area.coordinates[0][1][0]")]
    [InlineData(Polygon + "[[[6,52],[6.1,-91],[6.1,52.1],[6,52]]]}", 422, "latitude-outside", "area.coordinates[0][1][1]")]
    [InlineData(Polygon + "[[[6,52],[6.1,52.1],[6.2,52.2],[6,52]]]}", 422, "area-empty", "area")]
    [InlineData(Polygon + "[[[6,52],[6,52],[6,52],[6,52]]]}", 422, "area-empty", "area.coordinates")]
    [InlineData(Polygon + "[[[6,52],[6.1,52.1],[6.1,52],[6,52.1],[6,52]]]}", 422, "self-crossing", "area.coordinates")]
    [InlineData(Polygon + "[[[6,52],[6.1,52.1],[6.1,52],[6,52.05],[6,52]]]}", 422, "self-crossing", "area.coordinates")]
    [InlineData(
        Polygon + "[[[6,52],[6.1,52],[6.1,52.1],[6,52]],[[7,52],[7.1,52],[7.1,52.1],[7,52]]]}",
        422,
        "hole-misplaced",
        "area.coordinates"
    )]
    [InlineData(Multi + "[]}", 422, "area-empty", "area.coordinates")]
    [InlineData(Multi + "[[[[6,52],[6.1,52],[6.1,52.1],[6,52.1]]]]}", 422, "ring-not-closed", "area.coordinates[0][0]")]
    [InlineData(
        Multi + "[[[[6,52],[6.1,52],[6.1,52.1],[6,52]]],[[[6,52],[6.1,52],[6.1,52.1],[6,52]]]]}",
        422,
        "parts-overlap",
        "area.coordinates"
    )]
    [InlineData(Polygon + "[[[5,51],[7,51],[7,53],[5,53],[5,51]]]}", 422, "area-too-large", "area")]
    [InlineData("""{"type":"Polygon","coordinates":[[[6,52],[6.1,52],[6.1,52.1],[6,52]]],"crs":{}}""", 400, "unknown-field", "area.crs")]
    [InlineData("""{"cells":[]}""", 422, "area-empty", "area.cells")]
    [InlineData("""{"cells":["881969b211fffff",7]}""", 400, "not-text", "area.cells.1")]
    [InlineData("""{"cells":["881969b211fffff","Deventer"]}""", 422, "not-a-cell", "area.cells.1")]
    [InlineData("""{"cells":["871969b21ffffff"]}""", 422, "not-a-cell", "area.cells.0")]
    [InlineData("""{"cells":["881969b211ffff0"]}""", 422, "not-a-cell", "area.cells.0")]
    [InlineData("""{"cells":["881969b211fffff"],"radiusMetres":5}""", 422, "unknown-area-type", "area")]
    [InlineData("""{"municipalities":[]}""", 422, "area-empty", "area.municipalities")]
    [InlineData("""{"municipalities":["0150","9999"]}""", 422, "unknown-municipality", "area.municipalities.1")]
    [InlineData("""{"municipalities":["0000"]}""", 422, "area-too-large", "area")]
    [InlineData(
        """{"municipalities":["","","","","","","","","","","","","","","","","","","","",""]}""",
        422,
        "too-many-municipalities",
        "area.municipalities"
    )]
    [InlineData(Circle + ""","exclude":[]}""", 400, "empty", "area.exclude")]
    [InlineData(Circle + ""","exclude":7}""", 400, "not-an-array", "area.exclude")]
    [InlineData(Circle + ""","exclude":[{}]}""", 422, "unknown-area-type", "area.exclude.0")]
    [InlineData(Circle + ""","exclude":[{"cells":[]}]}""", 422, "area-empty", "area.exclude.0.cells")]
    [InlineData(Circle + ""","exclude":[""" + Circle + ""","exclude":[]}]}""", 400, "unknown-field", "area.exclude.0.exclude")]
    [InlineData(
        Circle + ""","exclude":[""" + Circle + "}," + Polygon + "[[[5,51],[7,51],[7,53],[5,53],[5,51]]]}]}",
        422,
        "area-too-large",
        "area.exclude.1"
    )]
    [InlineData(
        Circle + ""","exclude":[""" + Polygon + "[[[6,52],[6.1,52.1],[6.1,52],[6,52.1],[6,52]]]}]}",
        422,
        "self-crossing",
        "area.exclude.0.coordinates"
    )]
    public async Task Area_ThatCannotBeUsed_IsRefusedWithReasonAndNoPosition(string area, int status, string reason, string field)
    {
        var problem = await ProblemAssert.Refused(api.Client, () => Requests.Create(Requests.Draft(area: area)), status, reason, field);

        Assert.DoesNotContain("52", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Area_WithMoreExclusionsThanAreLookedAt_IsRefused()
    {
        static string Less(int exclusions) =>
            $$"""{{Circle}},"exclude":[{{string.Join(',', Enumerable.Repeat(Circle + "}", exclusions))}}]}""";
        using var fits = Requests.Create(Requests.Draft(area: Less(20)));
        using var response = await api.Client.SendAsync(fits, TestContext.Current.CancellationToken);

        Assert.Equal(201, (int)response.StatusCode);
        await ProblemAssert.Refused(
            api.Client,
            () => Requests.Create(Requests.Draft(area: Less(21))),
            422,
            "too-many-exclusions",
            "area.exclude"
        );
    }

    [Fact]
    public async Task Area_OfMoreThanTenThousandPoints_IsRefused()
    {
        static string Round(int points) =>
            Polygon
            + "[["
            + string.Join(
                ',',
                Enumerable
                    .Range(0, points)
                    .Select(i => 2 * Math.PI * (i == points - 1 ? 0 : i) / (points - 1))
                    .Select(a => string.Create(CultureInfo.InvariantCulture, $"[{6 + (Math.Cos(a) / 20):F9},{52 + (Math.Sin(a) / 20):F9}]"))
            )
            + "]]}";
        using var fits = Requests.Create(Requests.Draft(area: Round(10_000)));
        using var response = await api.Client.SendAsync(fits, TestContext.Current.CancellationToken);

        Assert.Equal(201, (int)response.StatusCode);
        await ProblemAssert.Refused(
            api.Client,
            () => Requests.Create(Requests.Draft(area: Round(10_001))),
            422,
            "too-many-points",
            "area.coordinates[0]"
        );
    }
}
