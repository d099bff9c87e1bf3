using Burgernet.Api.Access;
using Burgernet.Tests.Api.Hosting;
using Burgernet.Tests.Api.Problems;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Burgernet.Tests.Api.Access;

public sealed class AccessTests(Cluster cluster)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Host_WithKeys_LetsInByKeyAndDispatcher()
    {
        await using var api = await ApiHost.Start(cluster, practice: true, Keys.Room(0, "deventer", "geheim"));
        await ProblemAssert.Refused(api.Client, List, 401, "key-missing", "Authorization");
        using (var refused = await api.Client.GetAsync("/v1/actions", Cancelled))
        {
            Assert.Equal("Bearer realm=\"burgernet\"", refused.Headers.WwwAuthenticate.ToString());
        }

        Keys.Use(api.Client, "gehein");
        await ProblemAssert.Refused(api.Client, List, 401, "key-unknown", "Authorization");
        Keys.Use(api.Client, "geheim");
        api.Client.DefaultRequestHeaders.Remove("X-Dispatcher");
        await ProblemAssert.Refused(api.Client, List, 403, "dispatcher-missing", "X-Dispatcher");
        Keys.Use(api.Client, "geheim");
        using var request = Requests.Create(Requests.Draft());
        using var response = await api.Client.SendAsync(request, Cancelled);
        Assert.Equal("deventer", (string?)(await Requests.ReadJson(response))["controlRoom"]);
    }

    [Theory]
    [InlineData("Host", "evil.example", "host-not-loopback", "Host")]
    [InlineData("Origin", "http://evil.example", "other-site", "Origin")]
    [InlineData("Sec-Fetch-Site", "cross-site", "other-site", "Sec-Fetch-Site")]
    [InlineData("X-Forwarded-For", "203.0.113.7", "forwarded", "Authorization")]
    public async Task Host_WithoutKeys_RefusesWhatABrowserOrProxyBringsFromElsewhere(
        string header,
        string value,
        string reason,
        string field
    )
    {
        await using var api = await ApiHost.Start(cluster);
        await ProblemAssert.Refused(
            api.Client,
            () =>
            {
                var request = List();
                request.Headers.TryAddWithoutValidation(header, value);
                return request;
            },
            403,
            reason,
            field
        );
    }

    [Fact]
    public async Task Host_WithoutKeysAndALiveCarrier_LetsNobodyIn()
    {
        await using var api = await ApiHost.Start(cluster, practice: false);
        await ProblemAssert.Refused(api.Client, List, 403, "not-practice", "Authorization");
    }

    [Fact]
    public async Task Host_AskedMoreOftenThanAMinuteAllows_SaysWhenToTryAgain()
    {
        await using var api = await ApiHost.Start(cluster, practice: true, ("Burgernet:Api:ActsPerMinute", "1"));
        var location = await Requests.Prepare(api.Client);
        await ProblemAssert.Refused(api.Client, () => Requests.Post($"{location}/start"), 429, "too-many-requests", null);
        await ProblemAssert.Refused(api.Client, () => Requests.Post($"{location}/stop"), 409, "is-draft", "status");
    }

    /// <summary>The whole table of who may what: a new endpoint that does not say fails here, and so does one whose roles change unseen.</summary>
    [Theory]
    [InlineData(
        "dispatcher",
        "ExpandAction EstimateExpansion PlanExpansion EndExpansionPlan CreateAction StartAction StopAction PauseAction ResumeAction ListActions GetAction EstimateAction ListDeliveries "
            + "ReadDossier AddTip ListTips ListKinds SpeakText ListAttempts ReadDossierHead ListDossierKeys PreviewAction "
            + "GetPreview FollowAction ListWebhooks ListInbound AssignInbound CloseAction ArchiveAction AddMessage TellOutcome SendArticle ReadPracticeMail ReadPracticeSms SendPracticeSms PreviewSms"
    )]
    [InlineData(
        "relationship-manager",
        "CreateImport ListImports GetImport CancelImport ListImportRefusals DownloadImportRefusals "
            + "RegisterParticipant GetParticipant ChangeParticipant ConfirmParticipant SuspendParticipant ResumeParticipant LeaveParticipant "
            + "EraseParticipant SearchParticipants ReadPracticeMail ReadPracticeSms SendPracticeSms"
    )]
    [InlineData("analyst", "ListActions ListDeliveries ListAttempts ReadDossierHead ListDossierKeys ListKinds")]
    [InlineData("researcher", "ExportResearch")]
    [InlineData("operator", "ListNodes DrainNode UndrainNode")]
    public async Task Endpoint_Each_ServesItsRolesAndNoOthers(string role, string allowed)
    {
        await using var api = await ApiHost.Start(
            cluster,
            practice: true,
            [.. Keys.Room(0, "deventer", "plain"), .. Keys.WithRoles(0, "geheim", role)]
        );
        Keys.Use(api.Client, role is "dispatcher" ? "plain" : "geheim");
        var everyKey =
            "GetMunicipalitiesCoverage DownloadMunicipalitiesCoverage MapMunicipalitiesCoverage GetCellsCoverage DownloadCellsCoverage MapCellsCoverage";
        var served = new List<string>();
        foreach (var route in api.Routes)
        {
            var name = route.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? route.RoutePattern.RawText!;
            var isOpen = route.Metadata.GetMetadata<OpenRoute>() is not null;
            Assert.True(isOpen || route.Metadata.GetMetadata<RoleRequirement>() is not null, $"{name} does not say who may call it");
            if (!isOpen && !await Refuses(api.Client, route))
            {
                served.Add(name);
            }
        }

        Assert.Equal(Sorted($"{allowed} {everyKey}".Split(' ', StringSplitOptions.RemoveEmptyEntries)), Sorted(served));
        var open = api.Routes.Where(route => route.Metadata.GetMetadata<OpenRoute>() is not null);
        Assert.Equal(
            Sorted([
                "/openapi/{documentName}.json",
                "/v1/coverage/participation",
                "/v1/signups/",
                "/v1/signups/confirm",
                "/v1/signups/leave",
                .. Enumerable.Repeat("/signups/confirm", 2), // to look at, and to press the button of
                .. Enumerable.Repeat("/signups/leave", 2),
                .. Enumerable.Repeat("/signups/unsubscribe/articles", 2),
                .. Enumerable.Repeat("/signups/unsubscribe/mail", 2),
            ]),
            Sorted(open.Select(route => route.RoutePattern.RawText!))
        );
    }

    [Fact]
    public async Task Endpoint_WithoutItsRole_SaysWhichIsMissing()
    {
        await using var api = await ApiHost.Start(
            cluster,
            practice: true,
            [.. Keys.Room(0, "deventer"), .. Keys.WithRoles(0, "geheim", "relationship-manager", "GM0150")]
        );
        Keys.Use(api.Client, "geheim");
        var problem = await ProblemAssert.Refused(api.Client, List, 403, "role-missing", "Authorization");
        Assert.Contains("dispatcher, analyst", (string?)problem["detail"], StringComparison.Ordinal);
        await ProblemAssert.Refused(
            api.Client,
            () => new HttpRequestMessage(HttpMethod.Get, "/v1/participants/imports"),
            403,
            "key-limited",
            "Authorization"
        );
    }

    [Fact]
    public async Task Participant_ForAKeyOfAnotherMunicipality_IsNotThere()
    {
        await using var api = await ApiHost.Start(
            cluster,
            practice: true,
            [
                .. Keys.Room(0, "deventer"),
                .. Keys.WithRoles(0, "hier", "relationship-manager", "GM0193 GM0150"),
                .. Keys.WithRoles(1, "elders", "relationship-manager", "GM0193"),
            ]
        );
        Keys.Use(api.Client, "hier");
        const string somebody = """
            {"name":"Jan","phones":["06 1234 5678"],"birthYear":1980,"locations":[],"source":"card","legalBasis":"public-task"}
            """;
        using var request = Requests.Post("/v1/participants", Requests.Json(somebody));
        using var created = await api.Client.SendAsync(request, Cancelled);
        var path = created.Headers.Location!.OriginalString;
        using (var read = await api.Client.GetAsync(path, Cancelled))
        {
            Assert.Equal(200, (int)read.StatusCode);
        }

        Keys.Use(api.Client, "elders");
        await ProblemAssert.Refused(api.Client, () => new HttpRequestMessage(HttpMethod.Get, path), 404, "unknown-participant", "id");
        await ProblemAssert.Refused(api.Client, () => Requests.Post($"{path}/erase"), 404, "unknown-participant", "id");
    }

    [Theory]
    [InlineData("Roles:0", "chef", "must name one or more of dispatcher, relationship-manager")]
    [InlineData("Roles:0", "RelationshipManager", "must name one or more of")]
    [InlineData("Roles:0", "newsletter-editor", "only a relationship-manager")]
    [InlineData("Hash", "my-secret-key", "64 hexadecimal digits")]
    [InlineData("Municipalities:0", "GM 0150", "codes as the borders have them")]
    [InlineData("Roles:1", "dispatcher", "cannot limit a dispatcher")]
    public async Task Key_WithRolesThatCannotBe_StopsTheStart(string key, string value, string because)
    {
        (string, string)[] settings =
        [
            .. Keys.Room(0, "deventer"),
            .. Keys.WithRoles(0, "geheim", "relationship-manager", "GM0150"),
            ($"Burgernet:ControlRooms:0:Keys:0:{key}", value),
        ];
        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => ApiHost.Start(cluster, practice: true, settings));

        Assert.Contains(because, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("my-secret-key", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain", "there twice")]
    [InlineData("zwolle", "another control room")]
    public async Task Key_ThatAnotherHolds_StopsTheStart(string key, string because)
    {
        (string, string)[] settings =
        [
            .. Keys.Room(1, "zwolle", "zwolle"),
            .. Keys.Room(0, "deventer", "plain"),
            .. Keys.WithRoles(0, key, "relationship-manager"),
        ];
        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => ApiHost.Start(cluster, practice: true, settings));

        Assert.Contains(because, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Burgernet:ControlRooms:0:Id", "practice", "reserved")]
    [InlineData("Burgernet:ControlRooms:0:Id", "Deventer!", "a-z")]
    [InlineData("Burgernet:ControlRooms:0:ApiKeyHashes:0", "my-secret-key", "64 hexadecimal digits")]
    [InlineData("Burgernet:Api:MaxAreaSquareKilometres", "0", "MaxAreaSquareKilometres")]
    [InlineData("Burgernet:Api:MaxMessage", "-00:00:01", "MaxMessage")]
    [InlineData("Burgernet:Api:ActsPerMinute", "0", "ActsPerMinute")]
    public async Task Options_ThatCannotBe_StopTheStart(string key, string value, string because)
    {
        (string, string)[] settings = [.. Keys.Room(0, "deventer"), (key, value)];
        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => ApiHost.Start(cluster, practice: true, settings));

        Assert.Contains(because, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("my-secret-key", e.Message, StringComparison.Ordinal);
    }

    /// <summary>Whether the key's role is why not; what else may be wrong with the empty request does not matter.</summary>
    private static async Task<bool> Refuses(HttpClient client, RouteEndpoint route)
    {
        var method = new HttpMethod(route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Single());
        using var request = new HttpRequestMessage(
            method,
            route
                .RoutePattern.RawText!.Replace(":guid", "", StringComparison.Ordinal)
                .Replace("{id}", Guid.Empty.ToString("D"), StringComparison.Ordinal)
        );
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        return (int)response.StatusCode == 403 && (string?)(await Requests.ReadJson(response))["reason"] == "role-missing";
    }

    private static string Sorted(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));

    private static HttpRequestMessage List() => new(HttpMethod.Get, "/v1/actions");
}
