using Burgernet.Tests.Api.Hosting;
using Burgernet.Tests.Api.Problems;

namespace Burgernet.Tests.Api.Actions;

public sealed class StartTests(PracticeApi api) : IClassFixture<PracticeApi>
{
    [Theory]
    [InlineData("ConfirmationNeeded", 409, "confirmation-needed", "confirmedPeople", "\"confirmedPeople\": 2500")]
    [InlineData("QuietHours", 409, "in-quiet-hours", "quietHoursOverride", "2026-03-29 03:30")]
    [InlineData("QuietHoursFixed", 409, "quiet-hours-fixed", null, "2026-03-29 03:30")]
    [InlineData("AreaTooLargeForKind", 422, "area-too-large-for-kind", "area", "2500")]
    public async Task Start_AgainstThePolicyOfItsKind_IsRefusedWithTheFigures(
        string code,
        int status,
        string reason,
        string? field,
        string says
    )
    {
        var location = await Requests.Prepare(api.Client, $"refuse-start:{code}");
        var problem = await ProblemAssert.Refused(api.Client, () => Requests.Post($"{location}/start"), status, reason, field);
        Assert.Contains(says, (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ConfirmedAndWithTheReasonForTheHour_IsAccepted()
    {
        var location = await Requests.Prepare(api.Client, "refuse-start:ConfirmationNeeded");
        const string terms = """{"reason":"Kind weg","confirmedPeople":2500,"quietHoursOverride":"Nodig"}""";
        using var request = Requests.Post($"{location}/start", Requests.Json(terms));
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(202, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("""{"confirmedPeople":-1}""", "not-a-count", "confirmedPeople")]
    [InlineData("""{"confirmedPeople":1.5}""", "not-a-count", "confirmedPeople")]
    [InlineData("""{"confirmedPeople":99999999999}""", "not-a-count", "confirmedPeople")]
    [InlineData("""{"confirmedPeople":"many"}""", "not-a-number", "confirmedPeople")]
    [InlineData("""{"quietHoursOverride":" "}""", "empty", "quietHoursOverride")]
    [InlineData("""{"confirm":1}""", "unknown-field", "confirm")]
    public async Task Start_WithTermsThatCannotBeRight_IsRefusedNamingThem(string body, string reason, string field)
    {
        var location = await Requests.Prepare(api.Client);
        await ProblemAssert.Refused(api.Client, () => Requests.Post($"{location}/start", Requests.Json(body)), 400, reason, field);
    }

    [Fact]
    public async Task Stop_WithTermsOfAStart_IsRefused()
    {
        var location = await Requests.Prepare(api.Client);
        const string terms = """{"confirmedPeople":1}""";
        await ProblemAssert.Refused(
            api.Client,
            () => Requests.Post($"{location}/stop", Requests.Json(terms)),
            400,
            "unknown-field",
            "confirmedPeople"
        );
    }

    [Fact]
    public async Task Estimate_OfADraft_IsInPeopleMinutesAndEuro()
    {
        var location = await Requests.Prepare(api.Client);
        using var response = await api.Client.GetAsync($"{location}/estimate", TestContext.Current.CancellationToken);
        var estimate = await Requests.ReadJson(response);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal((2_500, 2_400), ((int)estimate["people"]!, (int)estimate["deliveries"]!["voice"]!));
        Assert.Equal((12.57, 12.34m), ((double)estimate["minutes"]!, (decimal)estimate["costEuro"]!));
        Assert.True((bool)estimate["needsConfirmation"]!);
        Assert.Null(estimate["quietUntil"]);
    }

    [Fact]
    public async Task Estimate_OfAnotherControlRoomsAction_DoesNotExist() =>
        await ProblemAssert.Refused(
            api.Client,
            () => new HttpRequestMessage(HttpMethod.Get, $"/v1/actions/{Guid.NewGuid():D}/estimate"),
            404,
            "unknown-action",
            "id"
        );
}
