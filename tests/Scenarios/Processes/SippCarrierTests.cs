using System.Globalization;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>The same action with sipp as the carrier: a program that we did not write answers every call, and tshark counts what it gets.</summary>
public sealed class SippCarrierTests
{
    private const int Participants = 40;
    private static readonly TimeSpan Message = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Action_SippIsTheCarrier_EveryCallIsAnsweredHeardAndEndedByBye()
    {
        using var folder = new TemporaryFolder();
        var sip = FreeUdpPort.Take();
        var media = FreeUdpPort.TakeEven();
        await using var wire = await Capture.Start($"udp port {sip} or udp port {media}", $"udp.port=={sip},sip", $"udp.port=={media},rtp");
        await using var carrier = Sipp.Answer(
            "Scenarios/Processes/Sipp/carrier.xml",
            sip,
            media,
            "-m",
            Participants.ToString(CultureInfo.InvariantCulture),
            "-timeout",
            "120"
        );

        await using var node = await NodeProcess.StartNode(
            Path.Combine(folder.Path, "data"),
            $"Burgernet:Carrier:Peer=127.0.0.1:{sip.ToString(CultureInfo.InvariantCulture)}",
            "Burgernet:Carrier:Name=sipp",
            "Burgernet:Carrier:LingerAfterMessage=00:00:00.2",
            $"Burgernet:Demonstration:Participants={Participants}"
        );
        using var room = new ControlRoom(node.Address);
        var action = await room.Draft(ControlRoom.Circle(10_000), WaveFile.Tone(Message));
        (await room.Start(action)).EnsureSuccessStatusCode();
        await Eventually.Holds("the action was complete", () => room.IsComplete(action), Patience);

        var progress = await room.Progress(action);
        Assert.Equal(Participants, progress.GetProperty("results").GetProperty("heard").GetInt32());
        await carrier.ExpectSuccess(seconds: 120);

        await wire.Stop();
        var packets = (await wire.Fields($"udp.dstport == {media}", "udp.srcport"))
            .CountBy(row => row[0], StringComparer.Ordinal)
            .ToArray();
        Assert.Equal(Participants, packets.Length);
        Assert.All(packets, call => Assert.InRange(call.Value, Message.TotalMilliseconds / 20, (Message.TotalMilliseconds / 20) + 1));
        Assert.Equal(
            Participants,
            (await wire.Fields("sip.Method == \"BYE\"", "sip.Call-ID")).DistinctBy(row => row[0], StringComparer.Ordinal).Count()
        );
        Assert.Empty(await wire.ExpertErrors());
    }
}
