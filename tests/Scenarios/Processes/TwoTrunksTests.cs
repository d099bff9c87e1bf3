using Burgernet.Practice;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>Two trunks of one node on the wire: sipp, a program that we did not write, is the first and turns calls away; the practice carrier is the second.</summary>
public sealed class TwoTrunksTests
{
    private const int Participants = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Action_FirstTrunkTurnsCallsAway_SecondCallsEveryoneAndTheFirstIsLeftAlone()
    {
        using var folder = new TemporaryFolder();
        var record = Path.Combine(folder.Path, "calls.jsonl");
        await using var practice = await NodeProcess.StartPractice(
            $"Burgernet:Practice:RecordFile={record}",
            "Burgernet:Practice:Pace=0.1"
        );
        await using var sipp = Sipp.Answer("Scenarios/Processes/Sipp/turn-away.xml");
        await sipp.TakesDatagrams();
        await using var node = await NodeProcess.StartNode(
            Path.Combine(folder.Path, "data"),
            [
                "Burgernet:Carriers:0:Name=first",
                $"Burgernet:Carriers:0:Peer={sipp.EndPoint}",
                "Burgernet:Carriers:0:CallsPerSecond=10",
                "Burgernet:Carriers:0:MaxUnanswered=1",
                "Burgernet:Carriers:1:Name=second",
                $"Burgernet:Carriers:1:Peer={practice.Address}",
                "Burgernet:Carriers:1:RingLimit=00:00:03",
                "Burgernet:Carriers:1:LingerAfterMessage=00:00:00.2",
                $"Burgernet:Demonstration:Participants={Participants}",
            ]
        );
        using var room = new ControlRoom(node.Address);
        var action = await room.Draft(ControlRoom.Circle(10_000), WaveFile.Tone(TimeSpan.FromSeconds(1)));
        (await room.Start(action)).EnsureSuccessStatusCode();
        await sipp.ExpectSuccess();
        await Eventually.Holds("the action was complete", () => room.IsComplete(action), Patience);
        var calls = PracticeRecordFile.Read(record);
        Assert.Equal(Participants, calls.Count);
        Assert.Equal(Participants, calls.DistinctBy(call => call.Called, StringComparer.Ordinal).Count());
        Assert.Contains("Carrier first failed", node.Output, StringComparison.Ordinal);
        var metrics = await room.Text("/metrics");
        Assert.Contains("burgernet_dialing_burgernet_trunk_rests", metrics, StringComparison.Ordinal);
        var health = await room.Text("/health/ready");
        Assert.Equal("Degraded", health);
    }
}
