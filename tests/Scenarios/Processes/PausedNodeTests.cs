using Burgernet.Practice;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>A pause on the wire, with the carrier in a process of its own as the witness, and a node that is killed while it holds.</summary>
public sealed class PausedNodeTests
{
    private const int Deliveries = 60;
    private static readonly TimeSpan Message = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string[] Carrier = ["Burgernet:Carrier:Channels=30", "Burgernet:Carrier:RingLimit=00:00:05"];

    [Fact]
    public async Task Pause_Cutting_SendsCancelAndByeSurvivesAKillAndTheResumeCallsTheRest()
    {
        using var folder = new TemporaryFolder();
        var record = Path.Combine(folder.Path, "calls.jsonl");
        var data = Path.Combine(folder.Path, "data");
        await using var carrier = await NodeProcess.StartPractice($"Burgernet:Practice:RecordFile={record}", "Burgernet:Practice:Pace=0.2");
        string[] settings =
        [
            .. Carrier,
            $"Burgernet:Carrier:Peer={carrier.Address}",
            "Burgernet:Carrier:LongestMessage=00:00:05",
            "Burgernet:Carrier:LingerAfterMessage=00:00:00.2",
            $"Burgernet:Demonstration:Participants={Deliveries}",
        ];
        string action;
        IReadOnlyList<PracticeCallRecord> before;
        await using (var node = await NodeProcess.StartNode(data, settings))
        {
            using var room = new ControlRoom(node.Address);
            action = await room.Draft(ControlRoom.Circle(10_000), WaveFile.Tone(Message));
            (await room.Start(action)).EnsureSuccessStatusCode();
            await Eventually.Holds(
                "3 calls were answered and 3 others under way",
                async () =>
                {
                    var calls = (await room.GetAll($"{action}/deliveries", "deliveries")).Where(call =>
                        call.GetProperty("underWay").GetBoolean()
                    );
                    var answered = calls.CountBy(call => call.TryGetProperty("answeredAt", out _)).ToDictionary();
                    return answered.GetValueOrDefault(true) >= 3 && answered.GetValueOrDefault(false) >= 3;
                },
                Patience
            );

            var paused = await room.Act(action, "pause", """{"calls":"cut","reason":"Verkeerde foto"}""");
            Assert.Equal("paused", paused.GetProperty("status").GetString());
            await Eventually.Holds(
                "every line was free and every end was stored",
                async () =>
                    PracticeRecordFile.Read(record).All(call => call.Ended is not null)
                    && await room.Check(action, progress => progress.GetProperty("underWay").GetInt32() == 0),
                Patience,
                () => node.Output
            );
            before = PracticeRecordFile.Read(record);
            await node.Kill();
        }

        // Nothing else ends a call with 487, nor one that we began to speak in before the message is over.
        Assert.Contains(before, call => call is { FinalStatus: 487, Answered: null, EndedBy: PracticeCallEnder.Caller });
        Assert.Contains(
            before,
            call => call is { FinalStatus: 200, EndedBy: PracticeCallEnder.Caller } && call.Heard < Message - TimeSpan.FromSeconds(0.5)
        );

        await using var again = await NodeProcess.StartNode(data, settings);
        using var sameRoom = new ControlRoom(again.Address);
        Assert.Equal("paused", (await sameRoom.Get(action)).GetProperty("status").GetString());
        await Eventually.Holds(
            "the lanes were loaded and told who waits",
            () =>
                sameRoom.Check(
                    action,
                    progress => progress.GetProperty("waiting").GetInt32() + progress.GetProperty("done").GetInt32() == Deliveries
                ),
            Patience
        );
        Assert.Equal(before.Count, PracticeRecordFile.Read(record).Count);

        await sameRoom.Act(action, "resume", "{}");
        await Eventually.Holds("the action was complete after the resume", () => sameRoom.IsComplete(action), Patience, () => again.Output);
        var calls = PracticeRecordFile.Read(record);
        var spokenTo = before
            .Where(call => call.Answered is not null && call.RtpPackets > 0)
            .Select(call => call.Called)
            .ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(calls.Skip(before.Count), call => spokenTo.Contains(call.Called));
        var cancelled = before.Where(call => call.FinalStatus == 487).Select(call => call.Called);
        Assert.All(cancelled, number => Assert.Contains(calls.Skip(before.Count), call => call.Called == number));
        var deliveries = await sameRoom.GetAll($"{action}/deliveries", "deliveries");
        Assert.Equal(Deliveries, deliveries.Count);
        Assert.All(deliveries, delivery => Assert.Equal(System.Text.Json.JsonValueKind.String, delivery.GetProperty("result").ValueKind));
    }
}
