using Burgernet.Tests.Api.Hosting;

namespace Burgernet.Tests.Api.Problems;

public sealed class DraftProblemTests(PracticeApi api) : IClassFixture<PracticeApi>
{
    private const string Head = """{"kind":"theft","description":"d","incidentNumber":"1","area":""";

    [Theory]
    [InlineData("{", 400, "malformed-json", "action")]
    [InlineData("", 400, "malformed-json", "action")]
    [InlineData("""{"kind":"theft","kind":"theft"}""", 400, "malformed-json", "action")]
    [InlineData("[]", 400, "not-an-object", "action")]
    [InlineData("""{"kind":"theft","colour":"red"}""", 400, "unknown-field", "colour")]
    [InlineData("{}", 400, "missing-field", "kind")]
    [InlineData("""{"kind":null}""", 400, "missing-field", "kind")]
    [InlineData("""{"kind":"Theft"}""", 400, "unknown-kind", "kind")]
    [InlineData("""{"kind":1}""", 400, "unknown-kind", "kind")]
    [InlineData("""{"kind":"theft"}""", 400, "missing-field", "description")]
    [InlineData("""{"kind":"theft","description":7}""", 400, "not-text", "description")]
    [InlineData("""{"kind":"theft","description":"\ud800"}""", 400, "not-text", "description")]
    [InlineData("""{"kind":"theft","description":" \n"}""", 400, "empty", "description")]
    [InlineData("""{"kind":"theft","description":"a\u0000b"}""", 400, "control-character", "description")]
    [InlineData("""{"kind":"theft","description":"d"}""", 400, "missing-field", "incidentNumber")]
    [InlineData("""{"kind":"theft","description":"d","incidentNumber":""}""", 400, "empty", "incidentNumber")]
    [InlineData("""{"kind":"theft","description":"d","incidentNumber":"1\n2"}""", 400, "control-character", "incidentNumber")]
    [InlineData("""{"kind":"theft","description":"d","incidentNumber":"1"}""", 400, "missing-field", "area")]
    [InlineData(Head + "7}", 400, "not-an-object", "area")]
    [InlineData(Head + Requests.Circle + ""","incidentPoint":{"latitude":52}}""", 400, "missing-field", "incidentPoint.longitude")]
    [InlineData(
        Head + Requests.Circle + ""","incidentPoint":{"latitude":52,"longitude":181}}""",
        422,
        "longitude-outside",
        "incidentPoint.longitude"
    )]
    [InlineData(Head + Requests.Circle + ""","practice":"yes"}""", 400, "not-true-or-false", "practice")]
    public async Task Draft_WithOneThingWrong_IsRefusedNamingIt(string json, int status, string reason, string field) =>
        await ProblemAssert.Refused(api.Client, () => Requests.Create(json), status, reason, field);

    [Theory]
    [InlineData("description", 2000)]
    [InlineData("incidentNumber", 64)]
    public async Task Text_OneCharacterTooLong_IsRefused(string field, int limit)
    {
        string With(int length) =>
            field is "description"
                ? Requests.Draft(new string('é', length))
                : Requests.Draft().Replace("2026-0042", new string('7', length), StringComparison.Ordinal);
        using var fits = Requests.Create(With(limit));
        using var response = await api.Client.SendAsync(fits, TestContext.Current.CancellationToken);

        Assert.Equal(201, (int)response.StatusCode);
        var problem = await ProblemAssert.Refused(api.Client, () => Requests.Create(With(limit + 1)), 400, "too-long", field);
        Assert.Contains($"{limit}", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NotWave", "not-wave")]
    [InlineData("NotPcm", "not-pcm")]
    [InlineData("SampleRate", "sample-rate")]
    [InlineData("Channels", "channels")]
    [InlineData("Empty", "no-sound")]
    [InlineData("60.01", "message-too-long")]
    public async Task Message_ThatCannotBePlayed_IsRefusedNamingItsPart(string wave, string reason)
    {
        await ProblemAssert.Refused(api.Client, () => Requests.Create(Requests.Draft(), dutch: wave), 422, reason, "message-nl");
        await ProblemAssert.Refused(api.Client, () => Requests.Create(Requests.Draft(), english: wave), 422, reason, "message-en");
    }

    [Fact]
    public async Task Draft_WithoutAnyMessage_IsRefused() =>
        await ProblemAssert.Refused(api.Client, () => Requests.Create(Requests.Draft(), dutch: null), 400, "no-message", "message-nl");

    [Fact]
    public async Task Draft_WithoutItsJson_IsRefused() =>
        await ProblemAssert.Refused(api.Client, () => Requests.Create(json: null), 400, "missing-field", "action");

    [Theory]
    [InlineData("message-de", "audio/wav", 400, "unknown-field", "message-de")]
    [InlineData("message-en", "audio/mpeg", 415, "media-type", "message-en")]
    [InlineData("message-nl", "audio/wav", 400, "repeated-part", "message-nl")]
    public async Task Part_ThatDoesNotBelong_IsRefusedNamingIt(string name, string mediaType, int status, string reason, string field) =>
        await ProblemAssert.Refused(
            api.Client,
            () =>
            {
                var request = Requests.Create(Requests.Draft());
                Requests.Add((MultipartFormDataContent)request.Content!, name, "8", mediaType);
                return request;
            },
            status,
            reason,
            field
        );

    [Fact]
    public async Task Multipart_CutShort_IsRefused() =>
        await ProblemAssert.Refused(
            api.Client,
            () =>
            {
                var content = new StringContent("--b\r\nContent-Disposition: form-data; name=\"action\"\r\n\r\n{\"kind\":");
                content.Headers.Remove("Content-Type");
                content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
                return Requests.Post("/v1/actions", content);
            },
            400,
            "malformed-multipart",
            "body"
        );

    [Fact]
    public async Task Draft_AsPlainJson_IsRefused() =>
        await ProblemAssert.Refused(
            api.Client,
            () => Requests.Post("/v1/actions", Requests.Json(Requests.Draft())),
            415,
            "media-type",
            "Content-Type"
        );

    [Theory]
    [InlineData("AreaFarFromParticipants", 422, "area-far-from-participants", "area")]
    [InlineData("AreaCoordinatesSwapped", 422, "area-coordinates-swapped", "area")]
    [InlineData("AreaTooLarge", 422, "area-too-many-cells", "area")]
    [InlineData("AreaWithoutParticipants", 422, "area-without-participants", "area")]
    [InlineData("OperationReused", 422, "idempotency-key-reused", "Idempotency-Key")]
    [InlineData("StoreUnavailable", 503, "store-unavailable", null)]
    public async Task Draft_ThatTheActionRefuses_SaysWhy(string code, int status, string reason, string? field) =>
        await ProblemAssert.Refused(api.Client, () => Requests.Create(Requests.Draft($"refuse:{code}")), status, reason, field);

    [Fact]
    public async Task StoreUnavailable_Told_SaysWhenToTryAgain()
    {
        using var request = Requests.Create(Requests.Draft("refuse:StoreUnavailable"));
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromSeconds(2), response.Headers.RetryAfter?.Delta);
    }

    [Theory]
    [InlineData("throw:timeout", 503, "cluster-unavailable")]
    [InlineData("throw:bug", 500, "internal-error")]
    public async Task Cluster_ThatFails_IsAProblemWithoutInsides(string description, int status, string reason)
    {
        var problem = await ProblemAssert.Refused(api.Client, () => Requests.Create(Requests.Draft(description)), status, reason, null);

        Assert.DoesNotContain("fake", problem.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }
}
