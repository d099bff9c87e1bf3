using System.Globalization;
using System.Net;
using System.Text.Json;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>The README's walk by SMS: a whole node, its practice SMS centre over SMPP, what participants got, and what they write back.</summary>
public sealed class SmsActionTests(PostgresServer server)
{
    private const string Told = "Kind vermist in Schalkhaar: meisje, 7 jaar, rode jas. Gezien? Antwoord op dit bericht.";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Action_BySms_StandsInThePracticeInbox_AndAReplyIsATipThatIsThanked()
    {
        using var folder = new TemporaryFolder();
        await using var node = await NodeProcess.StartNode(
            folder.Path,
            "Burgernet:Practice:Sms:Mix:Delivered=1",
            "Burgernet:Practice:Sms:Pace=0.01"
        );
        using var room = new ControlRoom(node.Address);
        var action = await room.DraftSms(ControlRoom.Circle(240), Told);
        (await room.Start(action)).EnsureSuccessStatusCode();
        await Eventually.Holds("the action was complete", () => room.IsComplete(action), Patience);
        var people = (await room.Progress(action)).GetProperty("done").GetInt32();
        Assert.InRange(people, 20, 90);

        var inbox = Array.Empty<JsonElement>();
        await Eventually.Holds(
            "everyone has the SMS",
            async () => (inbox = await Inbox(room, "delivered")).Length == people,
            Patience,
            () => $"{inbox.Length} of {people}"
        );
        Assert.All(inbox, sms => Assert.Equal((Told, "Burgernet"), (Text(sms), sms.GetProperty("from").GetString())));
        Assert.Equal(people, inbox.Select(Phone).Distinct(StringComparer.Ordinal).Count());

        using var told = await room.Send(
            "/v1/practice/sms",
            $$"""{"from":"{{Phone(inbox[0])}}","text":"Meisje met rode jas op de fiets bij de molen"}"""
        );
        Assert.Equal(HttpStatusCode.Accepted, told.StatusCode);
        await Eventually.Holds(
            "they were thanked",
            async () => (await Inbox(room, "delivered")).Any(sms => Phone(sms) == Phone(inbox[0]) && IsThanks(Text(sms))),
            Patience
        );
        var tip = (await room.Get($"{action}/tips")).GetProperty("tips").EnumerateArray().Single();
        Assert.Equal(
            ("Meisje met rode jas op de fiets bij de molen", "sms"),
            (tip.GetProperty("text").GetString(), tip.GetProperty("channel").GetString())
        );
        Assert.DoesNotContain("+3199", node.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("molen", node.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbox_OfACluster_IsTheSameWhicheverNodeIsAsked_AndWithoutANodeThatIsGone()
    {
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.Path, "data");
        var database = await NodeDatabase.Create(NodeDatabase.Postgres, data, server);
        await using var first = await NodeProcess.StartNode(data, [.. database.Settings, .. Membership()]);
        await using var second = await NodeProcess.StartNode(data, [.. database.Settings, .. Membership()]);
        using var room = new ControlRoom(first.Address);
        using var other = new ControlRoom(second.Address);
        var action = await room.DraftSms(ControlRoom.Circle(240), Told);
        (await room.Start(action)).EnsureSuccessStatusCode();
        await Eventually.Holds("the action was complete", () => room.IsComplete(action), Patience);
        var contacted = (await room.Progress(action)).GetProperty("contacted").GetInt32();
        Assert.True(contacted > 10, $"{contacted} contacted");

        // Whichever node handed them to its own practice centre.
        foreach (var asked in new[] { room, other })
        {
            await Eventually.Holds("all are shown", async () => (await All(asked)).Length == contacted, Patience);
        }

        await second.Kill();
        await Eventually.Holds("the inbox is read without it", async () => (await All(room)).Length <= contacted, Patience);
    }

    private static IEnumerable<string> Membership() =>
        [
            "Burgernet:Cluster:Id=test",
            string.Create(CultureInfo.InvariantCulture, $"Burgernet:Node:SiloPort={FreeUdpPort.TakeWithTcp()}"),
            string.Create(CultureInfo.InvariantCulture, $"Burgernet:Node:GatewayPort={FreeUdpPort.TakeWithTcp()}"),
        ];

    private static async Task<JsonElement[]> All(ControlRoom room) =>
        [.. (await room.Get("/v1/practice/sms?limit=1000")).GetProperty("messages").EnumerateArray()];

    private static async Task<JsonElement[]> Inbox(ControlRoom room, string state) =>
        [
            .. (await room.Get("/v1/practice/sms?limit=1000"))
                .GetProperty("messages")
                .EnumerateArray()
                .Where(sms => sms.GetProperty("state").GetString() == state),
        ];

    private static string Phone(JsonElement sms) => sms.GetProperty("to").GetString()!;

    private static string Text(JsonElement sms) => sms.GetProperty("text").GetString()!;

    private static bool IsThanks(string text) =>
        text.StartsWith("Burgernet: dank u wel", StringComparison.Ordinal)
        || text.StartsWith("Burgernet: thank you", StringComparison.Ordinal);
}
