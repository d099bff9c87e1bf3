using System.Text.Json;
using Burgernet.TestKit;
using Burgernet.Tests.Scenarios.Actions;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Webhooks;
using Xunit;

namespace Burgernet.Tests.Scenarios.Webhooks;

public sealed class WebhookScenarios
{
    private const string Story = "drafted started selection-completed wave-completed stopped";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Entries_OfAnAction_ArriveSignedAndInOrderWithoutAnythingOfPeople()
    {
        await using var receiver = await Receiver.Start();
        await using var node = await TestNode.StartWith(receiver.Endpoint());
        var action = await Told(node);
        await receiver.UntilTaken(Story);

        Assert.All(receiver.Requests, request => Assert.True(request.GetProperty("signed").GetBoolean()));
        Assert.All(receiver.Requests, request => Assert.InRange(request.GetProperty("age").GetDouble(), 0, 300));
        Assert.All(
            receiver.Requests,
            request => Assert.Equal("POST application/json", $"{Text(request, "method")} {Text(request, "type")}")
        );
        var dossier = (await action.Dossier()).Where(entry => entry.Lane is null && entry.Type != "anchored").ToList();
        foreach (var (request, entry) in receiver.Requests.Zip(dossier))
        {
            var body = Receiver.Body(request);
            Assert.Equal($"{action.Id:N}-{entry.Sequence}", Text(request, "id"));
            Assert.Equal(
                (action.Id, entry.Sequence, entry.Type),
                (body.GetProperty("actionId").GetGuid(), body.GetProperty("sequence").GetInt64(), Text(body, "type"))
            );
            Assert.Equal(("2026-0117", entry.At), (Text(body, "incidentNumber"), body.GetProperty("at").GetDateTimeOffset()));
            Assert.True(body.GetProperty("practice").GetBoolean());
        }

        Assert.Equal(
            "draft active active active stopped",
            string.Join(' ', receiver.Requests.Select(request => Text(Receiver.Body(request), "status")))
        );
        Assert.DoesNotContain(receiver.Requests, request => Text(request, "body").Contains("jas", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("500", WebhookFailure.Refused, 500)]
    [InlineData("busy", WebhookFailure.Refused, 503)]
    [InlineData("redirect", WebhookFailure.Refused, 307)]
    [InlineData("hang", WebhookFailure.TimedOut, null)]
    [InlineData("slow-head", WebhookFailure.TimedOut, null)]
    [InlineData("reset", WebhookFailure.Lost, null)]
    [InlineData("garbage", WebhookFailure.NotHttp, null)]
    public async Task Receiver_ThatFailsAndComesBack_GetsEverythingInOrderUnderTheSameIds(string mode, WebhookFailure failure, int? status)
    {
        await using var receiver = await Receiver.Start(mode);
        await using var node = await TestNode.StartWith(receiver.Endpoint());
        await Told(node);
        await Eventually.Holds("it was tried three times", () => receiver.Requests.Count >= 3, Patience);
        var state = await UntilFailed(node);
        Assert.Equal((failure, status), (state.Failure, state.Status));
        Assert.True(state.Waiting > 0 && state.GivenUp == 0 && state.GoneAt is null);
        await receiver.Answer("ok");

        await receiver.UntilTaken(Story);
        Assert.All(receiver.Requests, request => Assert.Equal("/hook?token=geheim", Text(request, "path")));
        Assert.All(receiver.Requests, request => Assert.True(request.GetProperty("signed").GetBoolean()));
        Assert.Single(
            receiver
                .Requests.Where(request => Text(request, "mode") != "ok")
                .DistinctBy(request => Text(request, "id"), StringComparer.Ordinal)
        );
        await Eventually.Holds("nothing waits", async () => (await State(node)) is { Waiting: 0, Failure: null }, Patience);
        Assert.DoesNotContain("geheim", string.Join('\n', node.Get<LogBook>().Lines), StringComparison.Ordinal);
        Assert.Equal($"http://127.0.0.1:{receiver.Port}", (await State(node)).Origin);
    }

    [Fact]
    public async Task Receiver_ThatIsNotThereAndStarts_GetsEverything()
    {
        int port;
        await using (var before = await Receiver.Start())
        {
            port = before.Port;
        }

        await using var node = await TestNode.StartWith(Receiver.Endpoint(port));
        await Told(node);
        Assert.Equal(WebhookFailure.Unreachable, (await UntilFailed(node)).Failure);
        await using var receiver = await Receiver.Start("ok", port);
        await receiver.UntilTaken(Story);
    }

    [Fact]
    public async Task Receiver_WithAnAnswerWithoutEnd_TookItAndIsCutOff()
    {
        await using var receiver = await Receiver.Start("big");
        await using var node = await TestNode.StartWith(receiver.Endpoint("console", "drafted"));
        await Told(node);
        await receiver.UntilCut();
        await Eventually.Holds("it counts as taken", async () => (await State(node)) is { DeliveredAt: not null, Waiting: 0 }, Patience);
        Assert.Single(receiver.Requests);
    }

    [Fact]
    public async Task Receiver_ThatIsGone_GetsNothingMoreAlsoAfterARestart()
    {
        await using var receiver = await Receiver.Start("410");
        var first = await TestNode.StartWith(receiver.Endpoint());
        await Told(first);
        await Eventually.Holds("it is taken for gone", async () => (await State(first)).GoneAt is not null, Patience);
        await using var second = await first.KillAndRestart(channels: 10, ringSeconds: 1);
        await receiver.Answer("ok");
        await Told(second);

        var state = await State(second);
        Assert.Equal((WebhookFailure.Gone, 410), (state.Failure, state.Status));
        Assert.True(state.GivenUp > 0);
        Assert.Single(receiver.Requests);
    }

    [Fact]
    public async Task Endpoint_ThatIsDead_DoesNotHoldUpAnother()
    {
        await using var dead = await Receiver.Start("hang");
        await using var live = await Receiver.Start();
        await using var node = await TestNode.StartWith(dead.Endpoint("dead"), live.Endpoint("live", "started", "stopped"));
        await Told(node);
        await live.UntilTaken("started stopped");
        Assert.Equal("", dead.Taken);
    }

    [Fact]
    public async Task Node_KilledWhileTheReceiverIsDown_TheNextOneSendsWhatWasNotTaken()
    {
        await using var receiver = await Receiver.Start();
        var first = await TestNode.StartWith(receiver.Endpoint());
        var town = await Town.FoundAt(first, 100);
        var action = await TestAction.Draft(first, town, radius: 200);
        await receiver.UntilTaken("drafted");
        await receiver.Answer("500");
        await action.Start();
        await action.UntilComplete();
        await receiver.UntilRequest(request => Text(request, "mode") == "500", "the failing receiver was tried");
        await using var second = await first.KillAndRestart(channels: 10, ringSeconds: 1);
        await action.On(second).Stop();
        await receiver.Answer("ok");

        await receiver.UntilTaken(Story);
    }

    [Fact]
    public async Task Entry_NotTakenForTooLong_IsGivenUpAndLaterOnesGo()
    {
        await using var receiver = await Receiver.Start("500");
        await using var node = await TestNode.StartWith(
            options => options.GiveUpAfter = TimeSpan.FromMilliseconds(300),
            receiver.Endpoint()
        );
        var town = await Town.FoundAt(node, 100);
        var action = await TestAction.Draft(node, town, radius: 200);
        await Eventually.Holds("the draft was given up", async () => (await State(node)).GivenUp == 1, Patience);
        var loss = (await State(node)).LastLoss!;
        Assert.Equal((action.Id, 1), (loss.ActionId, loss.Sequence));
        await receiver.Answer("ok");
        await action.Start();
        await action.UntilComplete();
        await receiver.UntilTaken("started selection-completed wave-completed");
        Assert.Equal(1, (await State(node)).GivenUp);
    }

    private static string Text(JsonElement told, string name) => Receiver.Text(told, name);

    /// <summary>An action from its draft to its stop.</summary>
    private static async Task<TestAction> Told(TestNode node)
    {
        var town = await Town.FoundAt(node, 100);
        var action = await TestAction.Start(node, town, radius: 200);
        await action.UntilComplete();
        await action.Stop();
        return action;
    }

    private static async Task<WebhookState> State(TestNode node) =>
        (await node.Grains.GetGrain<IWebhooksGrain>(TestAction.ControlRoom).List())[0];

    private static async Task<WebhookState> UntilFailed(TestNode node)
    {
        WebhookState? state = null;
        await Eventually.Holds("it failed", async () => (state = await State(node)).Failure is not null, Patience);
        return state!;
    }
}
