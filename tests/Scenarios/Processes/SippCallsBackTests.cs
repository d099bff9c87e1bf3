using System.Globalization;
using System.Text.Json;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>sipp is the carrier: it brings callers, and has the control room's phone. tshark looks on.</summary>
public sealed class SippCallsBackTests
{
    private const string CallBackNumber = "+31990000001";
    private const string Desk = "+31990000009";

    /// <summary>The demonstration's first participant.</summary>
    private const string Participant = "+31990000000";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Caller_WhoMissedTheCall_IsPutThroughAndStandsInTheDossier()
    {
        using var folder = new TemporaryFolder();
        var sip = FreeUdpPort.TakeWithTcp();
        await using var wire = await Capture.StartSipIfAllowed(sip);

        // A call to the participant, who is busy, and one to the control room.
        await using var carrier = Sipp.Answer("Scenarios/Processes/Sipp/carrier-with-desk.xml", "-m", "2");
        await carrier.TakesDatagrams();
        await using var node = await NodeProcess.StartNode(
            Path.Combine(folder.Path, "data"),
            [.. Settings(sip, carrier.EndPoint.ToString()), "Burgernet:Demonstration:Participants=1"]
        );
        using var room = new ControlRoom(node.Address);
        var action = await room.Draft(ControlRoom.Circle(10_000), WaveFile.Tone(TimeSpan.FromSeconds(1)));
        (await room.Start(action)).EnsureSuccessStatusCode();
        await Eventually.Holds("the action was complete", () => room.IsComplete(action), Patience);
        Assert.Equal(1, (await room.Progress(action)).GetProperty("results").GetProperty("busy").GetInt32());

        await using var caller = Sipp.Call(
            $"Scenarios/Processes/Sipp/calls-in.xml:{Participant}",
            new(System.Net.IPAddress.Loopback, sip),
            "-s",
            CallBackNumber
        );
        await caller.ExpectSuccess(seconds: 60);
        await carrier.ExpectSuccess(seconds: 60);
        await Eventually.Holds(
            "the end of the call stands in the dossier",
            async () => (await Entries(room, action)).Contains("call-back-ended", StringComparer.Ordinal),
            Patience
        );

        Assert.Equal(
            ["call-back-ended", "called-back", "called-back"],
            (await Entries(room, action)).Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        Assert.Equal(1, (await room.Progress(action)).GetProperty("results").GetProperty("confirmed").GetInt32());
        Assert.DoesNotContain("990000000", node.Output, StringComparison.Ordinal);
        await wire.ExpectNoErrors(atLeast: 12);
        var metrics = await room.Text("/metrics");
        Assert.Contains("burgernet_callbacks", metrics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("404", "+31990000002", true)]
    [InlineData("480", CallBackNumber, false)]
    public async Task Caller_OfANumberThatTakesNoCalls_IsTurnedDown(string status, string called, bool on)
    {
        using var folder = new TemporaryFolder();
        var sip = FreeUdpPort.TakeWithTcp();
        var nobody = FreeUdpPort.TakeWithTcp();
        await using var node = await NodeProcess.StartNode(
            Path.Combine(folder.Path, "data"),
            [
                .. Settings(sip, $"127.0.0.1:{nobody.ToString(CultureInfo.InvariantCulture)}"),
                $"Burgernet:CallBack:Enabled={on}",
                "Burgernet:Demonstration:Participants=0",
            ]
        );
        await using var caller = Sipp.Call(
            $"Scenarios/Processes/Sipp/turned-down.xml:{status}",
            new(System.Net.IPAddress.Loopback, sip),
            "-s",
            called
        );
        await caller.ExpectSuccess();
    }

    private static string[] Settings(int sip, string peer) =>
        [
            "Burgernet:Carrier:Name=sipp",
            $"Burgernet:Carrier:Peer={peer}",
            $"Burgernet:Carrier:Listen=127.0.0.1:{sip.ToString(CultureInfo.InvariantCulture)}",
            "Burgernet:Carrier:LingerAfterMessage=00:00:00.2",
            $"Burgernet:Carrier:CallBackNumber={CallBackNumber}",
            "Burgernet:CallBack:Enabled=true",
            $"Burgernet:CallBack:ControlRoomNumber={Desk}",
        ];

    private static async Task<string[]> Entries(ControlRoom room, string action) =>
        [
            .. (await room.GetAll($"{action}/dossier", "entries"))
                .Select(entry => entry.GetProperty("type"))
                .Where(type => type.ValueKind == JsonValueKind.String)
                .Select(type => type.GetString()!)
                .Where(type => type is "called-back" or "call-back-ended"),
        ];
}
