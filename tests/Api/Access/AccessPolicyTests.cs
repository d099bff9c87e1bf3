using Burgernet.Actions;
using Burgernet.Api.Access;
using Burgernet.Tests.Api.Hosting;

namespace Burgernet.Tests.Api.Access;

public sealed class AccessPolicyTests
{
    private static readonly AccessRequest Local = new()
    {
        FromLoopback = true,
        Host = "localhost",
        OwnOrigin = "http://localhost:5080",
    };

    private static readonly List<ControlRoomOptions> Rooms =
    [
        Room("deventer", "sleutel-1", "sleutel-2"),
        Room("zwolle", "sleutel-3"),
        Room("later"),
    ];

    [Theory]
    [InlineData("localhost", null, null, true, true, false, null)]
    [InlineData("127.0.0.1", "http://localhost:5080", "same-origin", true, true, false, null)]
    [InlineData("127.8.9.1", null, "none", true, true, false, null)]
    [InlineData("[::1]", null, null, true, true, false, null)]
    [InlineData("localhost", null, null, false, true, false, "not-loopback")]
    [InlineData("localhost", null, null, true, false, false, "not-practice")]
    [InlineData("localhost", null, null, true, true, true, "forwarded")]
    [InlineData("evil.example", null, null, true, true, false, "host-not-loopback")]
    [InlineData("localhost.evil.example", null, null, true, true, false, "host-not-loopback")]
    [InlineData("", null, null, true, true, false, "host-not-loopback")]
    [InlineData("localhost", "http://evil.example", null, true, true, false, "other-site")]
    [InlineData("localhost", "http://localhost:3000", null, true, true, false, "other-site")]
    [InlineData("localhost", "null", null, true, true, false, "other-site")]
    [InlineData("localhost", null, "cross-site", true, true, false, "other-site")]
    [InlineData("localhost", null, "same-site", true, true, false, "other-site")]
    public void Request_WithoutAnyKeyConfigured_IsPracticeOnlyFromThisMachineItself(
        string host,
        string? origin,
        string? fetchSite,
        bool loopback,
        bool practice,
        bool forwarded,
        string? reason
    )
    {
        var request = Local with { Host = host, Origin = origin, FetchSite = fetchSite, FromLoopback = loopback, Forwarded = forwarded };
        var decision = AccessPolicy.Decide(request, [Room("later")], practice);

        Assert.Equal(reason, decision.Problem?.Reason.Code);
        Assert.Equal(reason is null ? new Actor("practice", "practice") : null, decision.Caller?.Actor);
        Assert.Equal(reason is null ? Enum.GetValues<Role>() : null, decision.Caller?.Roles);
        Assert.Null(decision.Caller?.Municipalities);
    }

    [Theory]
    [InlineData(null, "anna", "key-missing", "Bearer realm=\"burgernet\"")]
    [InlineData("Basic YTpi", "anna", "key-malformed", "Bearer realm=\"burgernet\", error=\"invalid_request\"")]
    [InlineData("Bearer ", "anna", "key-malformed", "Bearer realm=\"burgernet\", error=\"invalid_request\"")]
    [InlineData("Bearer wrong", "anna", "key-unknown", "Bearer realm=\"burgernet\", error=\"invalid_token\"")]
    [InlineData("Bearer sleutel-1", null, "dispatcher-missing", null)]
    [InlineData("Bearer sleutel-1", "", "dispatcher-missing", null)]
    [InlineData("Bearer sleutel-1", "system", "dispatcher-invalid", null)]
    [InlineData("Bearer sleutel-1", "an\tna", "dispatcher-invalid", null)]
    [InlineData("Bearer sleutel-1", "12345678901234567890123456789012345678901234567890123456789012345", "dispatcher-invalid", null)]
    public void Request_WithKeysConfigured_IsRefusedWithoutKeyAndDispatcher(
        string? authorization,
        string? dispatcher,
        string reason,
        string? challenge
    )
    {
        var request = Local with { Authorization = authorization, Dispatcher = dispatcher };
        var decision = AccessPolicy.Decide(request, Rooms, everyCarrierIsPractice: true);

        Assert.Null(decision.Caller);
        Assert.Equal(reason, decision.Problem?.Reason.Code);
        Assert.Equal(challenge, decision.Problem?.Challenge);
    }

    [Theory]
    [InlineData("Bearer sleutel-1", "deventer")]
    [InlineData("bearer sleutel-2", "deventer")]
    [InlineData("Bearer sleutel-3", "zwolle")]
    public void Request_WithItsKey_ActsForItsControlRoomFromAnywhere(string authorization, string controlRoom)
    {
        var request = Local with
        {
            Authorization = authorization,
            Dispatcher = "A. de Vries",
            FromLoopback = false,
            Host = "burgernet.example",
            Origin = "https://meldkamer.example",
        };
        var decision = AccessPolicy.Decide(request, Rooms, everyCarrierIsPractice: false);

        Assert.Equal(new Actor(controlRoom, "A. de Vries"), decision.Caller?.Actor);
        Assert.Equal([Role.Dispatcher], decision.Caller!.Roles);
    }

    [Fact]
    public void Request_WithAKeyThatHasRoles_HasThoseAndItsMunicipalities()
    {
        var room = Room("deventer", "sleutel-1");
        room.Keys.Add(new ApiKeyOptions { Hash = Keys.Hash("sleutel-2"), Roles = { "relationship-manager", "researcher" } });
        room.Keys.Add(
            new ApiKeyOptions
            {
                Hash = Keys.Hash("sleutel-3"),
                Roles = { "relationship-manager" },
                Municipalities = { "GM0150", "GM1773" },
            }
        );

        var everywhere = Caller("sleutel-2");
        Assert.Equal([Role.RelationshipManager, Role.Researcher], everywhere.Roles);
        Assert.True(everywhere.Sees([null]));
        var limited = Caller("sleutel-3");
        Assert.True(limited.Sees(["GM0001", null, "GM1773"]));
        Assert.False(limited.Sees(["GM0001", null]));
        Assert.False(limited.Sees([]));

        Caller Caller(string key) =>
            AccessPolicy
                .Decide(Local with { Authorization = $"Bearer {key}", Dispatcher = "bea" }, [room], everyCarrierIsPractice: false)
                .Caller!;
    }

    [Theory]
    [InlineData("relationship-manager", "", true, null)]
    [InlineData("dispatcher researcher", "", true, "role-missing")]
    [InlineData("newsletter-editor", "", true, "role-missing")]
    [InlineData("relationship-manager", "GM0150", true, null)]
    [InlineData("relationship-manager", "GM0150", false, "key-limited")]
    public void Endpoint_AskedByRole_ServesWhoHasItWhereItsMunicipalitiesAreKept(
        string roles,
        string municipality,
        bool keeps,
        string? reason
    )
    {
        var caller = new Caller(
            new Actor("deventer", "bea"),
            [.. roles.Split(' ').Select(name => RoleNames.TryParse(name, out var role) ? role : throw new InvalidOperationException(name))],
            municipality.Length == 0 ? null : [municipality]
        );
        RoleRequirement[] requirements = [new([Role.Dispatcher, Role.RelationshipManager]), new([Role.RelationshipManager])];

        Assert.Equal(reason, RolePolicy.Refusal(caller, requirements, keeps)?.Reason.Code);
    }

    [Fact]
    public void Endpoint_ThatSaysNothingOfRoles_ServesNobody() =>
        Assert.NotNull(RolePolicy.Refusal(AccessPolicy.Practice, [], keepsToMunicipalities: true));

    [Fact]
    public void Request_WithAKeyWhereNoneIsConfigured_IsNotTakenForPractice() =>
        Assert.Equal(
            "key-unknown",
            AccessPolicy.Decide(Local with { Authorization = "Bearer x" }, [], everyCarrierIsPractice: true).Problem?.Reason.Code
        );

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("https://[::1]:5081", true)]
    [InlineData("http://unix:/run/burgernet.sock", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://[::]:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://+:5080", false)]
    [InlineData("http://10.0.0.7:5080", false)]
    [InlineData("http://meldkamer.example", false)]
    [InlineData("nonsense", false)]
    public void Listening_WithoutAnyKey_IsOnlyOnThisMachine(string url, bool allowed)
    {
        var sentence = ListenPolicy.Check(["http://127.0.0.1:1", url], [Room("later")]);

        Assert.Equal(allowed, sentence is null);
        Assert.True(allowed || sentence!.Contains(url, StringComparison.Ordinal));
        Assert.Null(ListenPolicy.Check([url], Rooms));
    }

    private static ControlRoomOptions Room(string id, params string[] keys)
    {
        var room = new ControlRoomOptions { Id = id };
        foreach (var key in keys)
        {
            room.ApiKeyHashes.Add(Keys.Hash(key));
        }

        return room;
    }
}
