using System.Net;
using System.Text.Json.Nodes;
using Burgernet.Tests.Api.Hosting;
using Burgernet.Tests.Api.Problems;
using Microsoft.Extensions.DependencyInjection;
using IPracticePhones = Burgernet.Api.Practice.IPracticePhones;
using PracticeSmsOutcome = Burgernet.Api.Practice.PracticeSmsOutcome;

namespace Burgernet.Tests.Api.Sms;

public sealed class InboundSmsTests(PracticeApi api, Cluster cluster) : IClassFixture<PracticeApi>
{
    private const string Told = """{"from":"+31991000042","text":"Info"}""";
    private static readonly string Waiting = $"/v1/inbound/{FakeSmsInboxGrain.Waiting:D}/assign";

    [Fact]
    public async Task Inbox_Read_ShowsMaskedMessagesPageByPage()
    {
        using var first = await api.Client.GetAsync("/v1/inbound?limit=1", TestContext.Current.CancellationToken);
        var page = await Requests.ReadJson(first);
        var message = page["messages"]![0]!;
        Assert.Equal(("+31•••••••42", "Help\nbij de molen"), ((string?)message["from"], (string?)message["text"]));
        Assert.Equal(("help", true, "emergency"), ((string?)message["meaning"], (bool?)message["urgent"], (string?)message["reply"]));
        Assert.Equal((true, false), ((bool?)message["practice"], (bool?)message["participant"]));

        using var second = await api.Client.GetAsync((string?)page["next"], TestContext.Current.CancellationToken);
        var last = await Requests.ReadJson(second);
        Assert.Null(last["next"]);
        Assert.Null(last["messages"]![0]!["reply"]);
        Assert.False((bool?)last["messages"]![0]!["urgent"]);
    }

    [Theory]
    [InlineData("limit=0", "invalid-limit", "limit")]
    [InlineData("limit=201", "invalid-limit", "limit")]
    [InlineData("after=elsewhere", "invalid-cursor", "after")]
    public async Task Inbox_ReadWrongly_IsRefusedNamingWhy(string query, string reason, string field) =>
        await ProblemAssert.Refused(api.Client, () => new HttpRequestMessage(HttpMethod.Get, $"/v1/inbound?{query}"), 400, reason, field);

    [Fact]
    public async Task Message_Assigned_IsATipOfTheAction()
    {
        var action = Guid.NewGuid();
        using var response = await api.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, Waiting) { Content = Requests.Json($$"""{"actionId":"{{action:D}}"}""") },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal($"/v1/actions/{action:D}/tips", response.Headers.Location!.OriginalString);
        Assert.Equal(4, (int?)(await Requests.ReadJson(response))["sequence"]);
    }

    [Fact]
    public async Task Message_ThatCannotBeAssigned_IsRefusedNamingWhy()
    {
        var body = $$"""{"actionId":"{{Guid.NewGuid():D}}"}""";
        await Refused(Waiting, """{"actionId":"x"}""", 404, "unknown-action", "actionId");
        await Refused(Waiting, "{}", 400, "missing-field", "actionId");
        await Refused("/v1/inbound/x/assign", body, 404, "unknown-message", "id");
        await Refused($"/v1/inbound/{Guid.NewGuid():D}/assign", body, 404, "unknown-message", "id");
        await Refused($"/v1/inbound/{FakeSmsInboxGrain.OfPractice:D}/assign", body, 409, "other-kind", "actionId");
        await Refused(Waiting, $$"""{"actionId":"{{Guid.Empty:D}}"}""", 409, "is-draft", "status");
    }

    [Fact]
    public async Task PracticePhone_ThatSends_IsTakenAndRefusedAsTheNodeSays()
    {
        var phones = new FakePracticePhones();
        await using var host = await ApiHost.StartWith(cluster, services => services.AddSingleton<IPracticePhones>(phones));
        using var response = await host.Client.PostAsync("/v1/practice/sms", Requests.Json(Told), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(("practice", "+31991000042", null, "Info"), phones.Sent.Single());

        phones.Outcome = PracticeSmsOutcome.NotAPracticePhone;
        await ProblemAssert.Refused(host.Client, () => Send(Told), 422, "not-a-practice-phone", "from");
        phones.Outcome = PracticeSmsOutcome.TooLong;
        await ProblemAssert.Refused(host.Client, () => Send(Told), 400, "too-many-segments", "text");
        phones.Outcome = PracticeSmsOutcome.NoCarrier;
        await ProblemAssert.Refused(host.Client, () => Send(Told), 404, "unknown-route", "path");
        phones.Outcome = PracticeSmsOutcome.NotNow;
        await ProblemAssert.Refused(host.Client, () => Send(Told), 503, "message-not-taken", null);
        await ProblemAssert.Refused(host.Client, () => Send("""{"from":"+31991000042"}"""), 400, "missing-field", "text");
        await ProblemAssert.Refused(host.Client, () => Send("""{"from":"1","text":"x","as":"y"}"""), 400, "unknown-field", "as");
    }

    [Fact]
    public async Task PracticeInbox_Read_ShowsWhatPhonesGot_TheNewestFirst()
    {
        using var response = await api.Client.GetAsync("/v1/practice/sms", TestContext.Current.CancellationToken);
        var inbox = await Requests.ReadJson(response);
        Assert.True((bool?)inbox["practice"]);
        Assert.Equal(
            ["Dank u wel", "Kind vermist"],
            inbox["messages"]!.AsArray().Select(sms => (string?)sms!["text"]),
            StringComparer.Ordinal
        );
        var sms = inbox["messages"]![1]!;
        Assert.Equal(
            ("Burgernet", "+31991000042", 2, "delivered"),
            ((string?)sms["from"], (string?)sms["to"], (int?)sms["segments"], (string?)sms["state"])
        );

        using var last = await api.Client.GetAsync("/v1/practice/sms?limit=1", TestContext.Current.CancellationToken);
        Assert.Single((await Requests.ReadJson(last))["messages"]!.AsArray());
        await ProblemAssert.Refused(
            api.Client,
            () => new HttpRequestMessage(HttpMethod.Get, "/v1/practice/sms?limit=1001"),
            400,
            "invalid-limit",
            "limit"
        );
    }

    [Theory]
    [InlineData("dispatcher", HttpStatusCode.OK)]
    [InlineData("relationship-manager", HttpStatusCode.OK)]
    [InlineData("analyst", HttpStatusCode.Forbidden)]
    public async Task PracticeInbox_IsForWhoTrainsWithIt(string role, HttpStatusCode status)
    {
        await using var host = await ApiHost.Start(
            cluster,
            practice: true,
            [.. Keys.Room(0, "deventer"), .. Keys.WithRoles(0, "geheim", role)]
        );
        Keys.Use(host.Client, "geheim");
        using var response = await host.Client.GetAsync("/v1/practice/sms", TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task PracticePhone_WhereSomethingIsLive_IsNotThere()
    {
        await using var host = await ApiHost.Start(
            cluster,
            practice: false,
            [.. Keys.Room(0, "deventer"), .. Keys.WithRoles(0, "geheim", "relationship-manager")]
        );
        Keys.Use(host.Client, "geheim");
        using var request = Send(Told);
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        using var inbox = await host.Client.GetAsync("/v1/practice/sms", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, inbox.StatusCode);
    }

    private static HttpRequestMessage Send(string body) => new(HttpMethod.Post, "/v1/practice/sms") { Content = Requests.Json(body) };

    private Task<JsonNode> Refused(string path, string body, int status, string reason, string field) =>
        ProblemAssert.Refused(
            api.Client,
            () => new HttpRequestMessage(HttpMethod.Post, path) { Content = Requests.Json(body) },
            status,
            reason,
            field
        );
}
