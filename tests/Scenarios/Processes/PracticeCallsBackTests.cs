using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>A whole node with its practice carrier, whose phones all call back: over SIP and RTP, to the control room's practice phone.</summary>
public sealed class PracticeCallsBackTests
{
    private const int Participants = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Phones_ThatCallBack_HearTheMessageAndAreConnectedAndConfirmed()
    {
        using var folder = new TemporaryFolder();
        await using var node = await NodeProcess.StartNode(
            Path.Combine(folder.Path, "data"),
            "Burgernet:Carrier:Channels=30",
            "Burgernet:Carrier:RingLimit=00:00:02",
            "Burgernet:Carrier:LingerAfterMessage=00:00:00.2",
            "Burgernet:Carrier:CallBackNumber=+31998000001",
            "Burgernet:CallBack:Enabled=true",
            "Burgernet:CallBack:ControlRoomNumber=+31998000009",
            "Burgernet:Practice:Pace=0.2",
            "Burgernet:Practice:CallBackShare=1",
            "Burgernet:Practice:CallBackAfter=00:00:05",
            "Burgernet:Practice:ControlRooms:0=+31998000009",
            $"Burgernet:Demonstration:Participants={Participants}"
        );
        using var room = new ControlRoom(node.Address);
        var action = await room.Draft(ControlRoom.Circle(10_000), WaveFile.Tone(TimeSpan.FromSeconds(1)));
        (await room.Start(action)).EnsureSuccessStatusCode();

        await Eventually.Holds(
            "somebody has confirmed by calling back",
            () =>
                room.Check(
                    action,
                    progress => progress.GetProperty("results").TryGetProperty("confirmed", out var confirmed) && confirmed.GetInt32() > 0
                ),
            Patience
        );
        await Eventually.Holds(
            "somebody was connected with the control room",
            async () =>
                (await room.GetAll($"{action}/dossier", "entries")).Exists(entry =>
                    entry.GetProperty("type").GetString() == "call-back-ended"
                    && entry.GetRawText().Contains("\"connected\"", StringComparison.Ordinal)
                ),
            Patience
        );
        await Eventually.Holds("the action was complete", () => room.IsComplete(action), Patience);
        Assert.Equal(Participants, (await room.Progress(action)).GetProperty("done").GetInt32());
    }
}
