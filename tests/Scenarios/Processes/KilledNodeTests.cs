using Burgernet.Practice;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>kill -9 in the middle of an action, with the carrier in a process of its own as the witness.</summary>
public sealed class KilledNodeTests(PostgresServer server)
{
    private const int Deliveries = 300;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Theory]
    [InlineData(NodeDatabase.Sqlite)]
    [InlineData(NodeDatabase.Postgres)]
    public async Task Action_NodeKilledInTheMiddle_EveryDeliveryGetsOneResultAndNoStoredAnswerIsCalledAgain(string provider)
    {
        using var folder = new TemporaryFolder();
        var record = Path.Combine(folder.Path, "calls.jsonl");
        var data = Path.Combine(folder.Path, "data");
        await using var carrier = await NodeProcess.StartPractice(
            $"Burgernet:Practice:RecordFile={record}",
            "Burgernet:Practice:Pace=0.1",
            "Burgernet:Practice:CallsPerSecond=100"
        );
        var database = await NodeDatabase.Create(provider, data, server);
        string[] settings =
        [
            .. database.Settings,
            $"Burgernet:Carrier:Peer={carrier.Address}",
            "Burgernet:Carrier:Channels=60",
            "Burgernet:Carrier:CallsPerSecond=80",
            "Burgernet:Carrier:RingLimit=00:00:04",
            "Burgernet:Carrier:LongestMessage=00:00:05",
            "Burgernet:Carrier:LingerAfterMessage=00:00:00.5",
            $"Burgernet:Demonstration:Participants={Deliveries}",
        ];
        string action;
        HashSet<string> answeredBefore;
        await using (var node = await NodeProcess.StartNode(data, settings))
        {
            using var room = new ControlRoom(node.Address);
            action = await room.Draft(ControlRoom.Circle(10_000), WaveFile.Tone(TimeSpan.FromSeconds(1)));
            (await room.Start(action)).EnsureSuccessStatusCode();
            await Eventually.Holds(
                "100 deliveries were done and calls were under way",
                () =>
                    room.Check(
                        action,
                        progress => progress.GetProperty("done").GetInt32() >= 100 && progress.GetProperty("underWay").GetInt32() > 5
                    ),
                Patience
            );
            await node.Kill();
            answeredBefore = database.AnsweredNumbers();
        }

        var callsBefore = PracticeRecordFile.Read(record).Count;
        Assert.NotEmpty(answeredBefore);

        await using var again = await NodeProcess.StartNode(data, settings);
        using var sameRoom = new ControlRoom(again.Address);
        await Eventually.Holds("the action was complete after the restart", () => sameRoom.IsComplete(action), Patience);

        var deliveries = await sameRoom.GetAll($"{action}/deliveries", "deliveries");
        Assert.Equal(Deliveries, deliveries.Count);
        Assert.All(deliveries, delivery => Assert.Equal(System.Text.Json.JsonValueKind.String, delivery.GetProperty("result").ValueKind));
        var calls = PracticeRecordFile.Read(record);
        var calledAgain = calls.Skip(callsBefore).Select(call => call.Called).Where(answeredBefore.Contains);
        Assert.Empty(calledAgain);
        var redialled = deliveries.Count(delivery => delivery.GetProperty("redialled").GetBoolean());
        var twice = calls.CountBy(call => call.Called).Count(number => number.Value > 1);
        Assert.True(
            twice <= redialled,
            $"{twice} numbers were called twice by the carrier's record, {redialled} are marked as dialled again"
        );
        Assert.Empty(calls.Select(call => call.CallId.Split('@')[0]).Except(database.ClaimedCallIds(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Node_ToldToStopInTheMiddle_CancelsWhatRingsAndGoesOnAtTheNextStart()
    {
        using var folder = new TemporaryFolder();
        var record = Path.Combine(folder.Path, "calls.jsonl");
        var data = Path.Combine(folder.Path, "data");
        await using var carrier = await NodeProcess.StartPractice($"Burgernet:Practice:RecordFile={record}", "Burgernet:Practice:Pace=0.2");
        string[] settings =
        [
            $"Burgernet:Carrier:Peer={carrier.Address}",
            "Burgernet:Carrier:Channels=30",
            "Burgernet:Carrier:RingLimit=00:00:04",
            "Burgernet:Carrier:LingerAfterMessage=00:00:00.5",
            "Burgernet:Demonstration:Participants=100",
        ];
        string action;
        await using (var node = await NodeProcess.StartNode(data, settings))
        {
            using var room = new ControlRoom(node.Address);
            action = await room.Draft(ControlRoom.Circle(10_000), WaveFile.Tone(TimeSpan.FromSeconds(2)));
            (await room.Start(action)).EnsureSuccessStatusCode();
            await Eventually.Holds(
                "20 calls were under way, one of them answered and others ringing",
                async () =>
                {
                    var calls = (await room.GetAll($"{action}/deliveries", "deliveries")).Where(IsUnderWay).ToArray();
                    var answered = calls.Count(call => call.TryGetProperty("answeredAt", out _));
                    return calls.Length >= 20 && answered is > 0 && answered < calls.Length;
                },
                Patience
            );
            node.Terminate();
            Assert.Equal(0, await node.Ended(TimeSpan.FromMinutes(1)));
        }

        var first = PracticeRecordFile.Read(record);
        Assert.All(first, call => Assert.NotNull(call.Ended));
        Assert.DoesNotContain(first, call => call.Answered is not null && call.EndedBy == PracticeCallEnder.Carrier);

        await using var again = await NodeProcess.StartNode(data, settings);
        using var sameRoom = new ControlRoom(again.Address);
        await Eventually.Holds("the action was complete after the restart", () => sameRoom.IsComplete(action), Patience);

        // An answer that crosses the CANCEL on the wire gets ACK and BYE at once: nobody heard a word, so that one is rightly called again.
        var spokenTo = first.Where(call => call.Answered is not null && call.RtpPackets > 0);
        var answered = spokenTo.Select(call => call.Called).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(answered);
        var calledAgain = PracticeRecordFile
            .Read(record)
            .Skip(first.Count)
            .Select(call => call.Called)
            .Intersect(answered, StringComparer.Ordinal);
        Assert.Empty(calledAgain);
    }

    private static bool IsUnderWay(System.Text.Json.JsonElement delivery) => delivery.GetProperty("underWay").GetBoolean();
}
